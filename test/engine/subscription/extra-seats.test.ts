import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { at, planOf, valueOf } from '../support/build.ts'
import { creditRows } from '../support/period-rows.ts'
import { admin, basic, billPeople, full, peopleOf, preset } from '../support/people.ts'
import { BASIC, bills, linesOf, PRO, refusals, sellingSeats, subscribe, to } from './support/subscribe.ts'

const SELLING = [sellingSeats(planOf(BASIC), 1), sellingSeats(planOf(PRO), 3)]
const buy = (on: string, count: number) => ({ kind: 'buySeats' as const, on, count })
const remove = (on: string, count: number) => ({ kind: 'removeSeats' as const, on, count })

describe('extra Full seats', () => {
  test('raise the commitment and the credits, month by month', () => {
    const result = subscribe(SELLING, 2, { extraSeats: 2 })
    expect(linesOf(result)).toEqual([
      ['2026-04-01', 'subscription', '30.00'],
      ['2026-04-01', 'seats', '20.00'],
      ['2026-05-01', 'subscription', '30.00'],
      ['2026-05-01', 'seats', '20.00'],
    ])
    expect(result.periods.map((period) => period.grantedCredits)).toEqual(['1200', '1200'])
    expect(at(at(result.invoices, 0).lines, 1).quantity).toBe('2')
  })

  test('bought in the middle of a term: charged by what is left of it, all their credits at once', () => {
    const result = subscribe(SELLING, 2, { changes: [buy('2026-04-16', 2)] })
    expect(bills(result)).toEqual([
      ['2026-04-01', '30.00'],
      ['2026-04-16', '10.00'], // 20.00 × 15 ÷ 30
      ['2026-05-01', '50.00'],
    ])
    expect(creditRows(result.periods)).toEqual([
      [0, 1200, 0, 1200, 0, 0],
      [0, 1200, 0, 1200, 0, 0],
    ])
  })

  test('two seats for 5 of 30 days are 10.00 of the 60.00 they cost together, which is what the line says', () => {
    const seat = { model: 'perUnit' as const, rate: { amount: '30', per: '1' } }
    const plans = [sellingSeats(planOf(BASIC), 3, null, seat)]
    const said = (count: number, on = '2026-04-26') =>
      at(at(subscribe(plans, 1, { changes: [buy(on, count)] }).invoices, 1).lines, 0).working
    // 60.00 × 5 ÷ 30
    expect(said(2)).toEqual([{ quantity: '2', rate: '60.00 together × 5/30 of the term', amount: '10.00' }])
    expect(said(1)).toEqual([{ quantity: '1', rate: '30.00 × 5/30 of the term', amount: '5.00' }])
    const whole = subscribe(plans, 1, { extraSeats: 2 })
    expect(at(at(whole.invoices, 0).lines, 1).working[0]?.rate).toBe('60.00 together for the term')
  })

  test('with an annual plan they are paid by the year, and their credits come by the month', () => {
    const given = { billing: 'annual' as const, extraSeats: 1, changes: [buy('2026-10-01', 1)] }
    const result = subscribe(SELLING, 12, given)
    expect(linesOf(result)).toEqual([
      ['2026-04-01', 'subscription', '300.00'],
      ['2026-04-01', 'seats', '120.00'], // 12 × 10.00
      ['2026-10-01', 'seats', '59.84'], // 120 × 182 ÷ 365 = 59.835…
    ])
    expect(result.periods.map((period) => period.grantedCredits)).toEqual([
      ...Array.from({ length: 6 }, () => '1100'),
      ...Array.from({ length: 6 }, () => '1200'),
    ])
  })

  test('priced by volume, more of them may make all of them cheaper', () => {
    const volume = {
      model: 'volume' as const,
      tiers: [
        { upTo: '2', rate: { amount: '10', per: '1' } },
        { upTo: null, rate: { amount: '8', per: '1' } },
      ],
    }
    const plans = [sellingSeats(planOf(BASIC), 1, null, volume)]
    // two are 20.00, three are 24.00, so the third costs 4.00 × 15 ÷ 30 for the rest of April
    expect(bills(subscribe(plans, 2, { extraSeats: 2, changes: [buy('2026-04-16', 1)] }))).toEqual([
      ['2026-04-01', '50.00'],
      ['2026-04-16', '2.00'],
      ['2026-05-01', '54.00'],
    ])
  })

  test('Enterprise: $100 each, scaling down with volume, and usage of the same worth', () => {
    const enterprise = (extraSeats: number) => {
      const scenario = { plan: 'enterprise', extraSeats }
      const { totals } = billPeople(preset('elevenlabs-2026-04'), scenario)
      return [totals.total, totals.grantedCredits]
    }
    expect(enterprise(0)).toEqual(['2640.00', '22000000'])
    expect(enterprise(1)).toEqual(['2740.00', '22833333'])
    // 12 × 90.00 = 1,080.00 and 12 × 833,333
    expect(enterprise(12)).toEqual(['3720.00', '31999996'])
  })

  test.each(['free', 'starter', 'creator', 'pro', 'scale', 'business'])(
    'April 2026: %s, a standard plan, sells none',
    (plan) => {
      const result = billPeople(preset('elevenlabs-2026-04'), { plan, changes: [buy('2026-01-10', 1)] })
      expect(result.refusals.map(({ message }) => message)).toEqual([
        expect.stringContaining('sells no extra Full seats'),
      ])
    },
  )

  test('no more than the plan’s limit in all: the eleventh is the last', () => {
    const result = subscribe(SELLING, 1, { changes: [buy('2026-04-16', 10), buy('2026-04-17', 1)] })
    expect(refusals(result)).toEqual(['changes.1'])
    expect(bills(result).at(-1)).toEqual(['2026-04-16', '50.00'])
  })
})

describe('seats that are given back', () => {
  test('are kept, and paid for, until the renewal; nothing is refunded', () => {
    const result = subscribe(SELLING, 2, { extraSeats: 2, changes: [remove('2026-04-10', 1)] })
    expect(bills(result)).toEqual([
      ['2026-04-01', '50.00'],
      ['2026-05-01', '40.00'],
    ])
    expect(result.periods.map((period) => period.grantedCredits)).toEqual(['1200', '1100'])
  })

  test('add up, and leave alone what is bought afterwards', () => {
    const changes = [remove('2026-04-10', 1), remove('2026-04-11', 1), buy('2026-04-16', 1)]
    // three less two and one more
    expect(bills(subscribe(SELLING, 2, { extraSeats: 3, changes })).at(-1)).toEqual(['2026-05-01', '50.00'])
  })

  test('can be taken back', () => {
    const changes = [remove('2026-04-10', 2), { kind: 'resume' as const, on: '2026-04-11' }]
    expect(bills(subscribe(SELLING, 2, { extraSeats: 2, changes })).at(-1)).toEqual(['2026-05-01', '50.00'])
  })

  test('are no more than were bought', () => {
    const changes = [remove('2026-04-10', 3), remove('2026-04-11', 2), remove('2026-04-12', 1)]
    expect(refusals(subscribe(SELLING, 2, { extraSeats: 2, changes }))).toEqual(['changes.0', 'changes.2'])
  })

  test('are none on which somebody sits', () => {
    const members = ['ann', 'bea'].map((id) => ({ id, seat: 'full' as const }))
    const changes = [
      buy('2026-04-02', 2),
      ...members.map((member) => ({ kind: 'inviteMember' as const, on: '2026-04-03', member })),
      remove('2026-04-10', 2),
      remove('2026-04-11', 1),
    ]
    expect(refusals(subscribe(SELLING, 1, { changes }))).toEqual(['changes.3'])
  })

  const cancel = (on: string) => ({ kind: 'cancel' as const, on })
  const resume = (on: string) => ({ kind: 'resume' as const, on })

  test('still go when a cancellation asked for after it is taken back', () => {
    const changes = [remove('2026-04-10', 2), cancel('2026-04-11'), resume('2026-04-12')]
    const plans = [planOf({ id: 'free', monthly: '0' }), ...SELLING]
    expect(bills(subscribe(plans, 2, { plan: 'basic', extraSeats: 3, changes }))).toEqual([
      ['2026-04-01', '60.00'],
      ['2026-05-01', '40.00'], // 30.00 + 1 × 10.00
    ])
  })

  test('go with the term that an upgrade ends', () => {
    const changes = [remove('2026-04-10', 2), to('pro', '2026-04-16')]
    // 1 + 4 − 2 = 3 Full seats: Pro includes them
    expect(bills(subscribe(SELLING, 1, { extraSeats: 4, changes }))).toEqual([
      ['2026-04-01', '70.00'],
      ['2026-04-16', '80.00'],
    ])
  })

  test('go at the renewal where an upgrade keeps the term', () => {
    const changes = [remove('2026-04-10', 2), to('pro', '2026-04-16', { mode: 'doNotBill' })]
    // 1 + 5 = 6 Full seats: 3 beyond those of Pro, 1 of them after the renewal
    expect(bills(subscribe(SELLING, 2, { extraSeats: 5, changes }))).toEqual([
      ['2026-04-01', '80.00'],
      ['2026-05-01', '90.00'], // 80.00 + 1 × 10.00
    ])
  })

  test('a Basic member on a Full slot holds it as well: all seats count, not the Full ones only', () => {
    // Pro has 1 + 2 Full and 20 Basic seats: 23, which an admin and 22 Basic members fill
    const members = [admin('ada'), ...Array.from({ length: 22 }, (_, index) => basic(`b${index}`))]
    const lock = { kind: 'lockMember' as const, on: '2026-01-11', member: 'b0' }
    const result = billPeople(preset('elevenlabs-2026-10'), {
      plan: 'pro',
      months: 2,
      extraSeats: 2,
      members,
      changes: [remove('2026-01-10', 1), lock, remove('2026-01-12', 1), remove('2026-01-13', 1)],
    })
    const refused = (day: string, held: number, left: number) =>
      `Refused on ${day}: The members hold ${held} seats, and ${left} would be left. Lock or remove a member first.`
    expect(result.refusals.map(({ message }) => message)).toEqual([
      refused('2026-01-10', 23, 22),
      refused('2026-01-13', 22, 21),
    ])
    // one seat at $100.00 instead of two
    expect(bills(result).at(-1)).toEqual(['2026-02-01', '199.00'])
  })

  test('a Full seat in use stays, even where seats for everybody would', () => {
    const members = [admin('ada'), full('ann')]
    const changes = [
      remove('2026-01-10', 1),
      { kind: 'changeSeat' as const, on: '2026-01-11', member: 'ann', seat: 'basic' as const },
      remove('2026-01-12', 1),
    ]
    const given = { plan: 'pro', extraSeats: 1, members, changes }
    expect(billPeople(preset('elevenlabs-2026-10'), given).refusals.map(({ message }) => message)).toEqual([
      'Refused on 2026-01-10: The members hold 2 Full seats, and 1 would be left. Lock a member or move one to a Basic seat first.',
    ])
  })

  test('do not take the place of a cancellation that waits', () => {
    const changes = [to('basic', '2026-04-09'), remove('2026-04-10', 1)]
    const result = subscribe(SELLING, 2, { plan: 'pro', extraSeats: 1, changes })
    expect(refusals(result)).toEqual(['changes.1'])
    expect(bills(result).at(-1)).toEqual(['2026-05-01', '40.00']) // Basic, and the seat that was bought
  })
})

describe('October 2026: bought seats and a change of plan', () => {
  const upgraded = (plan: string, extraSeats: number, into: string) => {
    const changes = [to(into, '2026-01-11')]
    const scenario = peopleOf(preset('elevenlabs-2026-10'), { plan, extraSeats, changes })
    return linesOf(valueOf(run(preset('elevenlabs-2026-10'), scenario))).filter(([on]) => on === '2026-01-11')
  }

  test('Scale 3 + 4 = 7: Business includes 10, none is bought any more', () => {
    expect(upgraded('scale', 4, 'business')).toEqual([['2026-01-11', 'subscription', '990.00']])
  })

  test('Pro 1 + 4 = 5: Scale includes 3, two are bought', () => {
    expect(upgraded('pro', 4, 'scale')).toEqual([
      ['2026-01-11', 'subscription', '299.00'],
      ['2026-01-11', 'seats', '200.00'],
    ])
  })

  test('a downgrade takes the place of a removal that waits: all three are kept, at 100.00 each', () => {
    const changes = [{ kind: 'removeSeats' as const, on: '2026-01-05', count: 1 }, to('pro', '2026-01-11')]
    const given = { plan: 'scale', extraSeats: 3, months: 2, changes }
    // Scale's own three are not kept: 99.00 and 3 × 100.00.
    expect(bills(billPeople(preset('elevenlabs-2026-10'), given)).at(-1)).toEqual(['2026-02-01', '399.00'])
  })

  test('a downgrade keeps those that were bought, and buys none that were included', () => {
    const downgraded = (into: string) => {
      const given = { plan: 'business', extraSeats: 1, months: 2, changes: [to(into, '2026-01-11')] }
      return bills(billPeople(preset('elevenlabs-2026-10'), given)).at(-1)
    }
    expect(downgraded('pro')).toEqual(['2026-02-01', '199.00'])
    expect(downgraded('creator')).toEqual(['2026-02-01', '22.00'])
  })
})
