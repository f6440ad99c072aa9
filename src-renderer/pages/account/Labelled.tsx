import type { ReactNode } from 'react'
import styles from './result-table.module.css'

/** A small control above a table, with its name over it; the control itself says it to a screen reader. */
export const Labelled = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className={styles.field}>
    <span aria-hidden>{name}</span>
    {children}
  </div>
)
