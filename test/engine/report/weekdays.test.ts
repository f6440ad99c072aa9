import { describe, expect, test } from 'vitest'
import { byDay, NOTHING_USED } from '#main/engine/report/used-row.ts'
import { parseDate } from '#main/engine/calendar/civil.ts'
import { UNATTRIBUTED } from '#main/engine/record/attribution.ts'
import { weekdaysOf } from '#main/engine/record/weekdays.ts'
import { profileOf } from '../../laws/support/arbitrary-weekdays.ts'
import { at, catalogOf, planOf, type PlanTerms } from '../support/build.ts'
import { basic, workspaceOf } from '../support/people.ts'
import { reportOf } from '../support/seats.ts'
import { viewsOf } from '../view/support.ts'

/*
 * April 2026 starts on a Wednesday and has 22 working days. Of 220 credits each has 10: 30 by Friday 3, 80 by Friday 10.
 */
const WORKING = profileOf(1, 0)
const USAGE = { usage: { kind: 'series' as const, credits: ['220'], weekdays: WORKING } }
const MONDAY = '2026-04-06T00:00:00.000Z'
const SATURDAY = '2026-04-04T00:00:00.000Z'

const views = (plan: PlanTerms, given: Parameters<typeof viewsOf>[2] = {}) =>
  viewsOf(catalogOf([planOf(plan)]), ['220'], { ...USAGE, ...given })
const alertsOf = (plan: PlanTerms, given: Parameters<typeof viewsOf>[2] = {}) =>
  views(plan, given).result.alerts.map((alert) => [alert.kind, alert.at])

describe('usage of working days that are over when the credits are', () => {
  test('is depleted with Friday, and blocked on Monday', () => {
    expect(alertsOf({ credits: '30' })).toEqual(
      expect.arrayContaining([
        ['depleted', SATURDAY],
        ['blocked', MONDAY],
      ]),
    )
    const { shortages } = views({ credits: '30' }).detail
    expect(shortages[0]?.runOuts).toMatchObject([{ at: Date.parse(SATURDAY) }])
  })

  test('begins with the grace buffer on Monday', () => {
    expect(alertsOf({ credits: '30', graceCredits: '10' })).toEqual(
      expect.arrayContaining([
        ['graceUsed', MONDAY],
        ['blocked', '2026-04-07T00:00:00.000Z'],
      ]),
    )
  })

  test('is owed from Monday on', () => {
    expect(
      alertsOf(
        { credits: '30' },
        { policies: { beyondGrants: 'carriedWithinPeriod', overageAtPeriodEnd: 'forgive' } },
      ),
    ).toContainEqual(['deficit', MONDAY])
  })

  test('of a Basic member reaches the ceiling with Friday, and is stopped on Monday', () => {
    const stream = { id: 's', member: 'ann', product: 'create', model: 'Standard', monthly: '220' }
    const { members } = reportOf(workspaceOf({ credits: '1000', ceiling: '30' }), {
      start: '2026-04-01',
      members: [basic('ann')],
      usage: { kind: 'streams', streams: [{ ...stream, weekdays: WORKING }] },
    })
    expect(at(members, 0)).toMatchObject({
      ceilings: [{ reachedAt: SATURDAY }],
      stops: [{ at: MONDAY }],
    })
  })
})

describe('the days of usage by a profile', () => {
  test('are what credits are burned on, also of the part of a month before and after a change', () => {
    const coupon = { kind: 'setOverage' as const, on: '2026-04-08', optIn: false }
    for (const changes of [[], [coupon]]) {
      const { steps } = views({ credits: '1000' }, { changes }).layers({ resolution: 'day' })
      const used = steps.map(({ from, poolCredits }) => [from.slice(8, 10), poolCredits])
      expect(used.slice(0, 13).map(([, credits]) => credits)).toEqual([
        '10',
        '10',
        '10',
        '0',
        '0',
        '10',
        '10',
        '10',
        '10',
        '10',
        '0',
        '0',
        '10',
      ])
    }
  })

  const row = (from: string, to: string, pooled: number) =>
    byDay({
      stretch: {
        index: 0,
        start: parseDate('2026-04-01'),
        end: parseDate('2026-05-01'),
        at: parseDate(from),
        until: parseDate(to),
        weekdays: weekdaysOf(WORKING),
      },
      attribution: UNATTRIBUTED,
      sum: { ...NOTHING_USED, pooled },
      isOwed: false,
    }).map(({ sum }) => sum.pooled)

  test('are what costs are attributed to', () => {
    expect(row('2026-04-02', '2026-04-08', 40)).toEqual([10, 10, 0, 0, 10, 10])
    expect(row('2026-04-04', '2026-04-06', 0)).toEqual([0, 0])
  })
})
