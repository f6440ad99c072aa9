import { expect, test } from 'vitest'
import { run, webhookEvents } from '#main/engine/index.ts'
import { Alert } from '#shared/alert.ts'
import { WebhookEvent } from '#shared/webhook-event.ts'
import { OPTED_IN, valueOf } from '../support/build.ts'
import { peopleOf, preset } from '../support/people.ts'

const creator = (credits: string[], more: object = {}) => {
  const april = preset('elevenlabs-2026-04')
  const usage = { kind: 'series' as const, credits }
  const scenario = { name: 'cus_1', plan: 'creator', months: credits.length, usage, ...more }
  return valueOf(run(april, peopleOf(april, scenario)))
}

test('webhooks carry credit events: balance low, overage charged, rolled over, and for whom', () => {
  const events = webhookEvents(creator(['0', '300000'], OPTED_IN))
  expect(events.map(({ type, timestamp, data }) => [type, timestamp.slice(0, 10), data.credits])).toEqual([
    ['credit.rolled_over', '2026-02-01', '100000'],
    // 200,000 on hand of 300,000 in 28 days: a tenth of the quota is left after 190,000, 17 days and 17 hours
    ['credit.balance_low', '2026-02-18', '10000'],
    ['credit.depleted', '2026-02-19', '200000'],
    ['credit.overage_charged', '2026-03-01', '100000'],
  ])
  expect(events[1]).toEqual({
    id: 'event-0002',
    type: 'credit.balance_low',
    timestamp: '2026-02-18T17:36:00.000Z',
    data: {
      customer_id: 'cus_1',
      plan: 'creator',
      credits: '10000',
      subject: null,
      message: 'The balance falls below the low-balance threshold.',
    },
  })
})

test('an event is told of the plan in force', () => {
  const changes = [{ kind: 'changePlan' as const, on: '2026-02-01', plan: 'pro' }]
  const plans = webhookEvents(creator(['0', '600000'], { changes })).map(({ type, data }) => [
    type,
    data.plan,
  ])
  expect(plans).toEqual([
    ['credit.rolled_over', 'creator'],
    ['credit.balance_low', 'pro'],
    ['credit.depleted', 'pro'],
  ])
})

test('every kind of alert is an event of its own', () => {
  const result = creator(['0'])
  const alerts = Alert.shape.kind.options.map((kind) => ({
    kind,
    severity: 'information' as const,
    at: '2026-01-02T00:00:00.000Z',
    credits: '1',
    subject: null,
    message: kind,
  }))
  const events = webhookEvents({ ...result, alerts })
  expect(new Set(events.map(({ type }) => type)).size).toBe(alerts.length)
  expect(new Set(events.map(({ id }) => id)).size).toBe(alerts.length)
  for (const event of events) {
    expect(event.type).toMatch(/^[a-z]+\.[a-z_]+$/)
    expect(WebhookEvent.safeParse(event).error).toBeUndefined()
  }
})
