import { useElementSize } from '@mantine/hooks'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Work } from '#shared/burned.ts'
import type { UsageStream } from '#shared/usage.ts'
import type { ModelChoice } from '#renderer/finding/models.ts'
import { useAccountRun } from '#renderer/state/account-run.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { useOneStop } from '#renderer/tables/use-one-stop.ts'
import { useWindow } from '#renderer/tables/use-window.ts'
import { peopleOf } from './people-of.ts'
import { problemsByStream } from './problems-by-stream.ts'
import { StreamRow } from './StreamRow.tsx'
import styles from './streams.module.css'

/** Where a stream has one line, and where two. */
const WIDE = 560
const ONE_LINE = { row: 30, head: 26 } as const
const TWO_LINES = { row: 56, head: 26 } as const

interface OfTable {
  readonly account: WindowAccount
  readonly streams: readonly UsageStream[]
  readonly choices: readonly ModelChoice[]
  /** The row whose quantity the keys go to once it is there; each asking is another object. */
  readonly goTo: { readonly row: number } | null
}

const workKey = ({ product, model, quantity }: Work): string => JSON.stringify([product, model, quantity])

/** All streams, one row each; only those near the ones in sight are drawn. */
export function StreamTable(of: OfTable) {
  const { ref, width } = useElementSize()
  const isWide = width >= WIDE
  return (
    <div ref={ref} className={styles.outer} data-wide={isWide || undefined}>
      {width === 0 ? null : <Rows key={String(isWide)} heights={isWide ? ONE_LINE : TWO_LINES} {...of} />}
    </div>
  )
}

function Rows({
  account,
  streams,
  choices,
  goTo,
  heights,
}: OfTable & { readonly heights: typeof ONE_LINE | typeof TWO_LINES }) {
  const box = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(goTo)
  const [asked, setAsked] = useState(goTo)
  const { first, end, show } = useWindow(box, streams.length, heights)
  const asOneStop = useOneStop(show)
  const refused = useAccountRun((run) => run.refused)
  const problems = useMemo(() => problemsByStream(refused), [refused])
  const { members, changes, apiKeys, workspaces, catalog, plan, months } = account
  const people = useMemo(
    () => peopleOf({ members, changes, apiKeys, workspaces }),
    [members, changes, apiKeys, workspaces],
  )
  const drawn = streams.slice(first, end)
  const work = useMemo(
    () =>
      streams.slice(first, end).map(({ product, model, monthly }) => ({ product, model, quantity: monthly })),
    [streams, first, end],
  )
  const { value: burned } = useAnswer('scenarios.burned', { catalog, plan, work })
  const credits = useMemo(() => new Map(burned?.map((each) => [workKey(each.work), each.burned])), [burned])
  const go = useCallback((row: number) => setAsked({ row }), [])
  if (goTo !== seen) {
    setSeen(goTo)
    setAsked(goTo)
  }
  useLayoutEffect(() => {
    if (!asked) return undefined
    show(asked.row)
    const frame = requestAnimationFrame(() => {
      const rows = box.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []
      const wanted = String(asked.row)
      // Past the last one there is no other.
      const row = [...rows].find((each) => each.dataset['row'] === wanted) ?? [...rows].at(-1)
      const input = row?.querySelector('input')
      input?.focus()
      input?.select()
    })
    return () => cancelAnimationFrame(frame)
  }, [asked, show])

  return (
    <div className={styles.box} ref={box}>
      <div
        ref={asOneStop}
        role="grid"
        aria-label="Usage by product"
        aria-rowcount={streams.length + 1}
        className={styles.table}
      >
        <div role="row" aria-rowindex={1} className={styles.head}>
          <span role="columnheader">Product and model</span>
          <span role="columnheader">Quantity a month</span>
          <span role="columnheader">Burns</span>
          <span role="columnheader">Credits a month</span>
          <span role="columnheader">Pattern, who</span>
        </div>
        <div style={{ height: first * heights.row }} aria-hidden />
        {drawn.map((stream, index) => (
          <StreamRow
            // Of two streams with one id the place tells.
            key={first + index}
            stream={stream}
            row={first + index}
            choices={choices}
            burned={credits.get(
              workKey({ product: stream.product, model: stream.model, quantity: stream.monthly }),
            )}
            problems={problems.get(first + index)}
            people={people}
            months={months}
            onGo={go}
          />
        ))}
        <div style={{ height: Math.max(0, streams.length - end) * heights.row }} aria-hidden />
      </div>
    </div>
  )
}
