import type { Alert } from '#shared/alert.ts'
import type { AlertWindow } from '#shared/open-result.ts'
import { credits, plural } from '#renderer/format/figures.ts'
import { listed } from './counted.ts'

type Severity = Alert['severity']
type Kind = Alert['kind']

const SEVERITIES: Readonly<Record<Severity, string>> = {
  information: 'Information',
  warning: 'Warning',
  stop: 'Stop',
}

const KINDS: Readonly<Record<Kind, string>> = {
  lowBalance: 'Low balance',
  depleted: 'Credits used up',
  overageCharged: 'Overage charged',
  spendLimitReached: 'Spend limit reached',
  blocked: 'Work blocked',
  notEnoughLeft: 'Not enough left',
  ceilingReached: 'Ceiling reached',
  limitReached: 'Limit reached',
  memberLocked: 'Locked member',
  noSeat: 'No seat',
  workspaceRemoved: 'Workspace removed',
  usedElsewhere: 'Used elsewhere',
  notInPlan: 'Not in the plan',
  rolledOver: 'Rolled over',
  expired: 'Credits expired',
  forfeited: 'Credits forfeited',
  thresholdReached: 'Threshold reached',
  graceUsed: 'Grace used',
  deficit: 'Credits owed',
  deficitRepaid: 'Debt repaid',
  deficitCarried: 'Debt carried',
  overageForgiven: 'Overage forgiven',
  requestTooLarge: 'Request too large',
  packExpired: 'Pack expired',
  toppedUp: 'Topped up',
  walletEmpty: 'Balance empty',
  balanceExpired: 'Balance expired',
}

/** The most pressing first. */
export const SEVERITY_ORDER: readonly Severity[] = ['stop', 'warning', 'information']

export const severityName = (severity: Severity): string => SEVERITIES[severity]

/** A kind of alert in two or three words. */
export const alertKindName = (kind: Kind): string => KINDS[kind]

/** How many alerts there are, and what they ask for. */
export function alertsTitle({ total, bySeverity }: Pick<AlertWindow, 'total' | 'bySeverity'>): string {
  if (total === 0) return 'No alert: nothing happens that anybody would be told of'
  const counts = new Map(bySeverity.map(({ severity, count }) => [severity, count]))
  const parts = SEVERITY_ORDER.flatMap((severity) => {
    const count = counts.get(severity)
    return count === undefined ? [] : [asked(severity, count)]
  })
  return `${plural(total, 'alert')}: ${listed(parts)}`
}

function asked(severity: Severity, count: number): string {
  switch (severity) {
    case 'stop':
      return plural(count, 'stop')
    case 'warning':
      return plural(count, 'warning')
    case 'information':
      return `${credits(count)} for information`
  }
}
