import styles from './table.module.css'

/** Stands for rows that are out of sight. */
export const Spacer = ({
  rows,
  height,
  columns,
}: {
  readonly rows: number
  readonly height: number
  readonly columns: number
}) =>
  rows > 0 ? (
    <tr aria-hidden className={styles.spacer}>
      <td colSpan={columns} style={{ height: rows * height }} />
    </tr>
  ) : null
