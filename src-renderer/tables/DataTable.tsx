import type { Column } from './column.ts'
import styles from './table.module.css'

/** The table view of a chart: the same rows as the picture, scrolling in the picture's place. */
export function DataTable<R>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  readonly caption: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
}) {
  return (
    // A region that scrolls must be reachable by keyboard.
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.id} className={column.numeric === true ? styles.numeric : undefined}>
                  {column.text(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function HeaderCell<R>({ column }: { readonly column: Column<R> }) {
  return (
    <th scope="col" className={column.numeric === true ? styles.numeric : undefined}>
      {column.header}
      {column.unit === undefined ? null : <span className={styles.unit}> {column.unit}</span>}
    </th>
  )
}
