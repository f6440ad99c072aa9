import type { RunResult } from '#shared/run-result.ts'
import type { WebhookEvent } from '#shared/webhook-event.ts'
import { ALERT_KINDS } from '../alert/alert-kinds.ts'

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
    type: ALERT_KINDS[kind].event,
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
