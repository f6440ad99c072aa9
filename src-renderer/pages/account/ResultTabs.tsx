import { type KeyboardEvent, useRef } from 'react'
import { RESULT_VIEWS, type ResultView } from '#shared/screens.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { hashOf, showView, useRoute } from '#renderer/state/route.ts'
import styles from './account.module.css'
import { VIEWS } from './views.tsx'

/** The view of the result that is shown. */
export const useResultView = (): ResultView =>
  useRoute(({ view }) => RESULT_VIEWS.find((known) => known === view) ?? RESULT_VIEWS[0])

export const VIEW_ID = 'result-view'
const tabId = (view: ResultView): string => `result-tab-${view}`

/** Where a key goes from one tab. */
function beside(key: string, view: ResultView): ResultView | undefined {
  const place = RESULT_VIEWS.indexOf(view)
  switch (key) {
    case 'ArrowRight':
      return RESULT_VIEWS[place + 1] ?? RESULT_VIEWS[0]
    case 'ArrowLeft':
      return RESULT_VIEWS.at(place - 1)
    case 'Home':
      return RESULT_VIEWS[0]
    case 'End':
      return RESULT_VIEWS.at(-1)
    default:
      return undefined
  }
}

/** The views of the result: one stop of the Tab key, arrows go from one to the next. */
export function ResultTabs() {
  const shown = useResultView()
  const scenario = useOpenScenario((open) => open.document?.id ?? null)
  const list = useRef<HTMLDivElement>(null)
  function press(event: KeyboardEvent): void {
    const next = beside(event.key, shown)
    if (next === undefined) return
    event.preventDefault()
    showView(next)
    list.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label="Views of the result" className={styles.tabs} onKeyDown={press}>
      {RESULT_VIEWS.map((view) => (
        <a
          key={view}
          id={tabId(view)}
          role="tab"
          className={styles.tab}
          href={hashOf({ screen: 'account', scenario, view })}
          aria-selected={view === shown}
          aria-controls={VIEW_ID}
          tabIndex={view === shown ? 0 : -1}
          onClick={(event) => {
            event.preventDefault()
            showView(view)
          }}
        >
          {VIEWS[view].name}
        </a>
      ))}
    </div>
  )
}
