import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react'
import { rowByKey, rowsOfPage } from '#renderer/tables/row-by-key.ts'
import { Spacer } from '#renderer/tables/Spacer.tsx'
import { useWindow } from '#renderer/tables/use-window.ts'
import { type Chosen, goTo, reaching, toggled } from './chosen.ts'
import { membersBetween, pagesOf } from './member-pages.ts'
import { MemberPage } from './MemberPage.tsx'
import { rowId } from './MemberRow.tsx'
import styles from './seats.module.css'

const HEIGHTS = { row: 28, head: 34 } as const
const COLUMNS = 7

/** Everybody of the account, whoever lost most first: arrows move through them, Space chooses, Shift as far as it goes. */
export function MemberList({
  id,
  total,
  ceiling,
  chosen,
  onChoose,
}: {
  readonly id: string
  readonly total: number
  /** What stands over the bars: the one ceiling there is; empty where there is none, or several. */
  readonly ceiling: string
  readonly chosen: Chosen
  readonly onChoose: (change: (chosen: Chosen) => Chosen) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const { first, end, show } = useWindow(box, total, HEIGHTS)
  const at = Math.min(chosen.at, total - 1)
  useLayoutEffect(() => show(at), [at, show])

  async function reach(row: number): Promise<void> {
    const members = await membersBetween(id, chosen.anchor, row)
    onChoose((now) => reaching(now, row, members))
  }
  function press(event: KeyboardEvent<HTMLTableElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === ' ') {
      event.preventDefault()
      return void choose(at)
    }
    const to = rowByKey(event.key, at, { last: total - 1, page: rowsOfPage(box.current, HEIGHTS.row) })
    if (to === undefined) return
    event.preventDefault()
    if (event.shiftKey) void reach(to)
    else onChoose((now) => goTo(now, to))
  }
  async function choose(row: number): Promise<void> {
    const [member] = await membersBetween(id, row, row)
    if (member !== undefined) onChoose((now) => toggled(now, row, member))
  }
  function point(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return
    const place = event.target.closest('[data-row]')?.getAttribute('data-row')
    if (place === null || place === undefined) return
    const row = Number(place)
    if (event.shiftKey) {
      // No text is marked on the way.
      event.preventDefault()
      void reach(row)
    } else if (event.target.closest('[data-choice]')) void choose(row)
    else onChoose((now) => goTo(now, row))
  }

  return (
    <div className={styles.list} ref={box} role="region" aria-label="Members as a table">
      <table
        role="grid"
        className={styles.table}
        aria-label="Members and what stopped them"
        aria-multiselectable
        aria-rowcount={total + 1}
        aria-activedescendant={at >= first && at < end ? rowId(at) : undefined}
        tabIndex={0}
        onKeyDown={press}
        onMouseDown={(event) => {
          if (event.shiftKey) event.preventDefault()
        }}
        onClick={point}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.choice}>
              <span className="visually-hidden">Chosen</span>
            </th>
            <th scope="col">Member</th>
            <th scope="col">Seat</th>
            <th scope="col">
              Each period<span className={styles.unit}>{ceiling}</span>
            </th>
            <th scope="col" className={styles.numeric}>
              Reached<span className={styles.unit}>first on</span>
            </th>
            <th scope="col" className={styles.numeric}>
              Not served<span className={styles.unit}>credits</span>
            </th>
            <th scope="col">Stopped by</th>
          </tr>
        </thead>
        <tbody>
          <Spacer rows={first} height={HEIGHTS.row} columns={COLUMNS} />
          {pagesOf(first, end).map((page) => (
            <MemberPage key={page} id={id} page={page} first={first} end={end} chosen={chosen} />
          ))}
          <Spacer rows={Math.max(0, total - end)} height={HEIGHTS.row} columns={COLUMNS} />
        </tbody>
      </table>
    </div>
  )
}
