import { type ReactNode, useRef } from 'react'
import { FigureCell, HeaderCells } from './DataTable.tsx'
import type { Column } from './column.ts'
import { useOneStop } from './use-one-stop.ts'
import { Spacer } from './Spacer.tsx'
import { useWindow } from './use-window.ts'
import styles from './table.module.css'

const HEIGHTS = { row: 28, head: 34 } as const

/** A table that scrolls in its own place and draws only rows in sight: many cost no more than a few. */
export function WindowTable<R>({
  caption,
  columns,
  rows,
  actions,
}: {
  readonly caption: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  /** What can be done with a row, after its figures. */
  readonly actions?: { readonly header: string; readonly of: (row: R) => ReactNode }
}) {
  const box = useRef<HTMLDivElement>(null)
  const width = actions === undefined ? columns.length : columns.length + 1
  const { first, end, show } = useWindow(box, rows.length, HEIGHTS)
  const asOneStop = useOneStop(show)
  return (
    <div ref={box} className={styles.windowed} role="region" aria-label={caption} tabIndex={0}>
      <table
        ref={asOneStop}
        className={`${styles.table ?? ''} ${styles.many ?? ''}`}
        aria-rowcount={rows.length + 1}
      >
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <HeaderCells columns={columns} />
            {actions === undefined ? null : <th scope="col">{actions.header}</th>}
          </tr>
        </thead>
        <tbody>
          <Spacer rows={first} height={HEIGHTS.row} columns={width} />
          {rows.slice(first, end).map((row, index) => (
            <tr key={first + index} aria-rowindex={first + index + 2}>
              {columns.map((column) => (
                <FigureCell key={column.id} column={column} row={row} />
              ))}
              {actions === undefined ? null : <td>{actions.of(row)}</td>}
            </tr>
          ))}
          <Spacer rows={Math.max(0, rows.length - end)} height={HEIGHTS.row} columns={width} />
        </tbody>
      </table>
    </div>
  )
}
