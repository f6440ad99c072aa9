import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './inputs.module.css'

/** What most accounts do not have, folded away under a line that says whether this one does. */
export const Fold = ({
  title,
  summary,
  children,
}: {
  readonly title: string
  readonly summary: string
  readonly children: ReactNode
}) => (
  <details className={styles.fold}>
    <summary>
      <IconChevronRight size={13} aria-hidden />
      {title} <span>{summary}</span>
    </summary>
    <div>{children}</div>
  </details>
)
