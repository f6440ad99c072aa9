import { IconX } from '@tabler/icons-react'
import styles from './cells.module.css'
import { removing } from './removing.ts'

/** Takes a row out of a list, at its end; see `removing` for where the focus goes. */
export const RemoveButton = ({
  label,
  title = 'Remove',
  onRemove,
}: {
  readonly label: string
  readonly title?: string
  readonly onRemove: () => void
}) => (
  <button
    type="button"
    className={styles.remove}
    data-removes
    aria-label={label}
    title={title}
    onClick={({ currentTarget }) => removing(currentTarget, '[data-removes]', onRemove)}
  >
    <IconX size={14} stroke={1.6} aria-hidden />
  </button>
)
