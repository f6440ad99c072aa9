import { IconPlus } from '@tabler/icons-react'
import { TextEditor } from './CellEditor.tsx'
import { cellId, useGrid } from './use-grid.ts'
import styles from './people.module.css'

/** The row behind the last person, in which the next one is named. */
export function AddRow({ row }: { readonly row: number }) {
  const isHere = useGrid((grid) => grid.row === row)
  const typed = useGrid((grid) => (grid.row === row ? grid.typed : null))
  return (
    <tr aria-rowindex={row + 2} aria-selected={isHere} data-row={row} className={styles.adding}>
      <td
        id={cellId(row, 'name')}
        className={styles.name}
        data-column="name"
        data-active={isHere || undefined}
      >
        {typed === null ? (
          <span className={styles.add}>
            <IconPlus size={13} aria-hidden /> Add a person
          </span>
        ) : (
          <TextEditor row={row} column="name" label="Name of the new person" typed={typed} />
        )}
      </td>
    </tr>
  )
}
