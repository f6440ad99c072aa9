import { expect, test } from 'vitest'
import { eventWindow, lookIntoAlerts, run } from '#main/engine/index.ts'
import type { AlertFilter } from '#shared/open-result.ts'
import { OPTED_IN, valueOf } from '../support/build.ts'
import { peopleOf, preset } from '../support/people.ts'

const april = preset('elevenlabs-2026-04')
/** Rolled over, balance low, depleted, overage charged. */
const account = valueOf(
  run(
    april,
    peopleOf(april, {
      name: 'cus_1',
      plan: 'creator',
      months: 2,
      usage: { kind: 'series', credits: ['0', '300000'] },
      ...OPTED_IN,
    }),
  ),
)

type Asked = AlertFilter & Partial<typeof ALL>
const ALL = { offset: 0, limit: 500 }

const windowOf = (asked: Asked) => eventWindow(lookIntoAlerts(account, asked), account, { ...ALL, ...asked })
const idsOf = (asked: Asked) => windowOf(asked).rows.map(({ id }) => id)

test('an event keeps its id whatever else is asked for', () => {
  expect(idsOf({})).toEqual(['event-0001', 'event-0002', 'event-0003', 'event-0004'])
  expect(idsOf({ kinds: ['depleted'] })).toEqual(['event-0003'])
  expect(idsOf({ kinds: ['depleted', 'overageCharged'], offset: 1 })).toEqual(['event-0004'])
  expect(idsOf({ subject: 'ann' })).toEqual([])
})

test('how many there are is told of the alerts that are asked for', () => {
  const { total, rows } = windowOf({ limit: 1, kinds: ['depleted', 'lowBalance'] })
  expect(total).toBe(2)
  expect(rows.map(({ type }) => type)).toEqual(['credit.balance_low'])
})
