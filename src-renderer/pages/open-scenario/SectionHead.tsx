import { Button } from '@mantine/core'
import { IconChartLine, IconTable } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import styles from './section.module.css'

/** The head of a part of the page: what it finds, and what can be done with it. */
export function SectionHead({
  title,
  note,
  stacked = false,
  children,
}: {
  readonly title: ReactNode
  readonly note: ReactNode
  /** In a narrow column the title takes a line of its own. */
  readonly stacked?: boolean
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.head} data-stacked={stacked}>
      <h2>{title}</h2>
      <p>{note}</p>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}

/** Chart or table: the same rows either way. It stays as it is while the figures change. */
export const TableToggle = memo(function TableToggle({
  shown,
  onToggle,
}: {
  readonly shown: boolean
  readonly onToggle: (shown: boolean) => void
}) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      leftSection={shown ? <IconChartLine size={14} /> : <IconTable size={14} />}
      onClick={() => onToggle(!shown)}
    >
      {shown ? 'Show as chart' : 'Show as table'}
    </Button>
  )
})
