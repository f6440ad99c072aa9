import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { DocumentSummary } from '#shared/library.ts'
import { useLibrary } from '#renderer/state/library.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useScenarioList } from '#renderer/state/scenario-list.ts'
import { useWidth } from '#renderer/tables/use-width.ts'
import { useWindow } from '#renderer/tables/use-window.ts'
import { rowId, SCENARIO_TABLE_ID } from './ids.ts'
import { onListKey } from './list-keys.ts'
import { ScenarioCard } from './ScenarioCard.tsx'
import { Nothing } from './ScenarioTable.tsx'
import styles from './cards.module.css'

/** Of a row of cards with the room under it, in pixels; the style sheet has the same. */
const ROW_HEIGHT = 216
const HEIGHTS = { row: ROW_HEIGHT, head: 0 }
/** No card is narrower. */
const LEAST_WIDTH = 288

/** The scenarios as cards: all of them one stop of the Tab key, and arrows move through them in both directions. */
export function ScenarioCards({
  rows,
  loaded,
}: {
  readonly rows: readonly DocumentSummary[]
  readonly loaded: boolean
}) {
  const box = useRef<HTMLDivElement>(null)
  const { selected, beside, renaming, bin } = useLibrary()
  const { unread } = useScenarioList()
  const openId = useOpenScenario((open) => open.document?.id)
  const columns = Math.max(1, Math.floor(useWidth(box) / LEAST_WIDTH))
  const { first, end, show } = useWindow(box, Math.ceil(rows.length / columns), HEIGHTS)
  const active = beside ?? selected
  const place = rows.findIndex(({ id }) => id === active)
  const row = Math.floor(place / columns)

  useLayoutEffect(() => {
    if (row >= 0) show(row)
  }, [row, show])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const inSight = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT))
    onListKey(event, { rows, columns, page: inSight * columns })
  }

  return (
    <div className={styles.box} ref={box} data-stale={unread !== null}>
      <div
        id={SCENARIO_TABLE_ID}
        role="grid"
        className={styles.grid}
        style={{ '--columns': columns }}
        aria-label={bin ? 'Scenarios in the bin as cards' : 'Scenarios as cards'}
        aria-rowcount={Math.ceil(rows.length / columns)}
        aria-colcount={columns}
        aria-multiselectable
        aria-activedescendant={row >= first && row < end ? rowId(active ?? '') : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ height: first * ROW_HEIGHT }} />
        {Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index).map((line) => (
          <div key={line} role="row" aria-rowindex={line + 1} className={styles.row}>
            {rows.slice(line * columns, (line + 1) * columns).map((document) => (
              <ScenarioCard
                key={document.id}
                row={document}
                selected={document.id === selected || document.id === beside}
                active={document.id === active}
                open={document.id === openId}
                renaming={document.id === renaming}
              />
            ))}
          </div>
        ))}
        <div
          role="presentation"
          style={{ height: Math.max(0, Math.ceil(rows.length / columns) - end) * ROW_HEIGHT }}
        />
      </div>
      {rows.length === 0 ? <Nothing loaded={loaded} /> : null}
    </div>
  )
}
