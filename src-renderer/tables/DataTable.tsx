import { Tooltip } from '@mantine/core'
import { memo, type ReactElement, type ReactNode } from 'react'
import { atDecimal } from './decimal-room.ts'
import type { Column, Heading } from './column.ts'
import { oneStop } from './one-stop.ts'
import styles from './table.module.css'

/** The table view of a chart: the same rows as the picture. */
export function DataTable<R>({
  caption,
  columns,
  rows,
  rowKey,
  actions,
}: {
  readonly caption: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  /** What can be done with a row, after its figures; a copy of the table leaves it out. */
  readonly actions?: { readonly header: string; readonly of: (row: R) => ReactNode }
}) {
  return (
    <table ref={oneStop} className={`${styles.table ?? ''} ${styles.many ?? ''}`}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <HeaderCells columns={columns} />
          {actions === undefined ? null : <th scope="col">{actions.header}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <FigureCell key={column.id} column={column} row={row} />
            ))}
            {actions === undefined ? null : <td>{actions.of(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The headings of a table, which stay as they are while its figures change with every step of a drag. */
export const HeaderCells = memo(function HeaderCells({ columns }: { readonly columns: readonly Heading[] }) {
  return columns.map((column) => <HeaderCell key={column.id} column={column} />)
})

/** A heading with its unit on a line of its own: heads are equally high, and no unit stands alone by accident. */
function HeaderCell({ column }: { readonly column: Heading }) {
  return (
    <th scope="col" className={column.numeric === true ? styles.numeric : undefined}>
      {column.about === undefined ? column.header : <Defined word={column.header} about={column.about} />}
      {column.unit === undefined ? null : <span className={styles.unit}> {column.unit}</span>}
    </th>
  )
}

/** A word with its definition, which is read out with the word. */
const Defined = ({ word, about }: { readonly word: string; readonly about: string }) => (
  <Note about={about}>
    <span className={styles.defined} tabIndex={0} aria-description={about}>
      {word}
    </span>
  </Note>
)

/** What a word or a button means: shown on hover, and where the keys come to it. */
export const Note = ({ about, children }: { readonly about: string; readonly children: ReactElement }) => (
  <Tooltip
    label={about}
    multiline
    w={240}
    events={{ hover: true, focus: true, touch: true }}
    portalProps={{ target: 'main' }}
  >
    {children}
  </Tooltip>
)

export function FigureCell<R>({
  column,
  row,
  className,
}: {
  readonly column: Column<R>
  readonly row: R
  readonly className?: string | undefined
}) {
  const text = column.text(row)
  const hint = column.hint?.(row)
  return (
    <td
      className={column.numeric === true ? styles.numeric : className}
      data-faint={column.faint?.(row) === true ? true : undefined}
      title={hint === text ? undefined : hint}
    >
      {column.decimals === undefined ? text : <Aligned text={text} decimals={column.decimals} />}
    </td>
  )
}

/** A figure with the same room for its decimals, whether it has some or none. */
export function Aligned({ text, decimals }: { readonly text: string; readonly decimals: number }) {
  const { whole, rest } = atDecimal(text)
  return (
    <>
      {whole}
      <span className={styles.decimals} style={{ minWidth: `${String(decimals)}ch` }}>
        {rest}
      </span>
    </>
  )
}
