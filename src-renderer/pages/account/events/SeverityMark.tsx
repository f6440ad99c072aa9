import { IconAlertTriangle, IconHandStop, IconInfoCircle } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Alert } from '#shared/alert.ts'
import { severityName } from '#renderer/finding/alert-in-words.ts'
import styles from './events.module.css'

type Severity = Alert['severity']

const ICONS: Readonly<
  Record<Severity, ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>>
> = {
  information: IconInfoCircle,
  warning: IconAlertTriangle,
  stop: IconHandStop,
}

/** What an alert asks of whoever reads it: a sign, a word and a colour. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const Icon = ICONS[severity]
  return (
    <span className={styles.severity} data-severity={severity}>
      <Icon size={15} stroke={1.7} aria-hidden />
      {severityName(severity)}
    </span>
  )
}
