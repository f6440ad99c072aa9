import type { RunResult } from '#shared/run-result.ts'
import type { WebhookEvent } from '#shared/webhook-event.ts'
import { ALERT_KINDS } from '../alert/alert-kinds.ts'

type Told = Pick<RunResult, 'alerts' | 'periods' | 'plan' | 'scenario'>

/** A run's alerts as the events a webhook would carry, in the order they happen. */
export const webhookEvents = (told: Told): readonly WebhookEvent[] =>
  webhookEventsAt(told, told.alerts.keys())

/** Those of the alerts at some places, which rise. */
export function webhookEventsAt(
  { alerts, periods, plan, scenario }: Told,
  places: Iterable<number>,
): readonly WebhookEvent[] {
  const planAt = planBefore(
    periods.flatMap(({ plans }) => plans),
    plan,
  )
  return [...places].flatMap((place) => {
    const alert = alerts[place]
    if (alert === undefined) return []
    const { kind, at, credits, subject, message } = alert
    return {
      id: `event-${String(place + 1).padStart(4, '0')}`,
      type: ALERT_KINDS[kind].event,
      timestamp: at,
      data: {
        customer_id: scenario,
        // What a period's end brings is told of the plan that ends with it.
        plan: planAt(at),
        credits,
        subject,
        message,
      },
    }
  })
}

/**
 * Tells which plan was in force just before an instant, `first` before any. Plans and what is asked both come in the order
 * of time, so that each is looked at once.
 */
function planBefore(held: readonly { readonly plan: string; readonly from: string }[], first: string) {
  let [plan, next] = [first, 0]
  return (at: string): string => {
    for (let after = held[next]; after !== undefined && after.from < at; after = held[next]) {
      plan = after.plan
      next += 1
    }
    return plan
  }
}
