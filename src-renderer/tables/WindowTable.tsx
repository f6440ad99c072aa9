import { useRef } from 'react'
import { FigureCell, HeaderCells } from './DataTable.tsx'
import type { Column } from './column.ts'
import { Spacer } from './Spacer.tsx'
import { useWindow } from './use-window.ts'
import styles from './table.module.css'

const HEIGHTS = { row: 28, head: 34 } as const

/** A table that scrolls in its own place and draws only rows in sight: many cost no more than a few. */
export function WindowTable<R>({
  caption,
  columns,
  rows,
}: {
  readonly caption: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
}) {
  const box = useRef<HTMLDivElement>(null)
  const { first, end } = useWindow(box, rows.length, HEIGHTS)
  return (
    <div ref={box} className={styles.windowed} role="region" aria-label={caption} tabIndex={0}>
      <table className={`${styles.table ?? ''} ${styles.many ?? ''}`} aria-rowcount={rows.length + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <HeaderCells columns={columns} />
          </tr>
        </thead>
        <tbody>
          <Spacer rows={first} height={HEIGHTS.row} columns={columns.length} />
          {rows.slice(first, end).map((row, index) => (
            <tr key={first + index} aria-rowindex={first + index + 2}>
              {columns.map((column) => (
                <FigureCell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
          <Spacer rows={Math.max(0, rows.length - end)} height={HEIGHTS.row} columns={columns.length} />
        </tbody>
      </table>
    </div>
  )
}
