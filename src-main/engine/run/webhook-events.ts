import type { Alert } from '#shared/alert.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { WebhookEvent } from '#shared/webhook-event.ts'

/** What each alert is called as an event. Those a vendor publishes have its names. Sources: seed 002, facts §8. */
const TYPES: Readonly<Record<Alert['kind'], string>> = {
  lowBalance: 'credit.balance_low',
  overageCharged: 'credit.overage_charged',
  rolledOver: 'credit.rolled_over',
  forfeited: 'credit.rollover_forfeited',
  expired: 'credit.expired',
  packExpired: 'credit.pack_expired',
  depleted: 'credit.depleted',
  blocked: 'credit.blocked',
  graceUsed: 'credit.grace_used',
  deficit: 'credit.deficit',
  deficitRepaid: 'credit.deficit_repaid',
  deficitCarried: 'credit.deficit_carried',
  overageForgiven: 'credit.overage_forgiven',
  requestTooLarge: 'credit.request_too_large',
  ceilingReached: 'limit.ceiling_reached',
  limitReached: 'limit.reached',
  spendLimitReached: 'limit.spend_reached',
  memberLocked: 'member.locked',
  noSeat: 'member.no_seat',
  notInPlan: 'member.not_in_plan',
  workspaceRemoved: 'workspace.removed',
  thresholdReached: 'invoice.threshold_reached',
  toppedUp: 'balance.topped_up',
  walletEmpty: 'balance.empty',
  balanceExpired: 'balance.expired',
}

/** A run's alerts as the events a webhook would carry, in the order they happen. */
export const webhookEvents = ({
  alerts,
  periods,
  plan,
  scenario,
}: Pick<RunResult, 'alerts' | 'periods' | 'plan' | 'scenario'>): readonly WebhookEvent[] => {
  const held = periods.flatMap(({ plans }) => plans)
  return alerts.map(({ kind, at, credits, subject, message }, index) => ({
    id: `event-${String(index + 1).padStart(4, '0')}`,
    type: TYPES[kind],
    timestamp: at,
    data: {
      customer_id: scenario,
      // What a period's end brings is told of the plan that ends with it.
      plan: held.findLast(({ from }) => from < at)?.plan ?? plan,
      credits,
      subject,
      message,
    },
  }))
}
