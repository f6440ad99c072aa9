import { describe, expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import type { Charge } from '#shared/charge.ts'
import type { RunResult } from '#shared/run-result.ts'
import {
  at,
  bill,
  catalogOf,
  OPTED_IN,
  perThousand,
  planOf,
  postpaid,
  scenarioOf,
  valueOf,
} from '../support/build.ts'
import { billPeople, preset, use, workspaceOf } from '../support/people.ts'

type Billed = Pick<RunResult, 'invoices' | 'alerts'>

/** Overage lines: the invoice's date, the credits and the amount. */
const overageLines = ({ invoices }: Billed) =>
  invoices.flatMap(({ date, lines }) =>
    lines.filter(({ kind }) => kind === 'overage').map(({ quantity, amount }) => [date, quantity, amount]),
  )

const early = ({ alerts }: Billed) =>
  alerts.filter(({ kind }) => kind === 'thresholdReached').map(({ at: when, credits }) => [when, credits])

/** January has 31 days: 6,200 credits are 200 a day, and the 3,100 of the plan are gone after 15.5 days. */
const january = (charge: Charge, threshold: string, terms = {}) =>
  bill({ credits: '3100', pastQuota: postpaid(charge, threshold) }, ['6200'], { ...OPTED_IN, ...terms })

describe('overage is invoiced as soon as what is outstanding reaches the threshold', () => {
  test('several times a period, at the instant the running price gets there, and the rest at its end', () => {
    // 1,000 credits cost 10.00: 4,100 used after 20.5 days, 5,100 after 25.5, 6,100 after 30.5; 100 are left
    const billed = january(perThousand('10'), '10')
    expect(overageLines(billed)).toEqual([
      ['2026-01-21', '1000', '10.00'],
      ['2026-01-26', '1000', '10.00'],
      ['2026-01-31', '1000', '10.00'],
      ['2026-02-01', '100', '1.00'],
    ])
    expect(early(billed)).toEqual([
      ['2026-01-21T12:00:00.000Z', '1000'],
      ['2026-01-26T12:00:00.000Z', '1000'],
      ['2026-01-31T12:00:00.000Z', '1000'],
    ])
    expect(billed.totals.overage).toBe('31.00')
  })

  test('Creator at 400,000: 44.00 twice, 2.00 at the end, 112.00 in all', () => {
    const catalog = preset('elevenlabs-2026-04')
    const billed = valueOf(run(catalog, { ...scenarioOf(catalog, ['400000'], OPTED_IN), plan: 'creator' }))
    // 44.00 ÷ 0.30 × 1,000 = 146,666.67 past the quota: 246,666.67 of 400,000 after 19.1167 of 31 days
    expect(overageLines(billed)).toEqual([
      ['2026-01-20', '146666.666667', '44.00'],
      ['2026-01-31', '146666.666667', '44.00'],
      ['2026-02-01', '6666.666666', '2.00'],
    ])
    expect(at(early(billed), 0)).toEqual(['2026-01-20T02:48:00.000Z', '146666.666667'])
    expect(billed.totals.total).toBe('112.00')
  })

  test('an overage that stays below it is invoiced once, at the period’s end', () => {
    expect(overageLines(january(perThousand('10'), '31.01'))).toEqual([['2026-02-01', '3100', '31.00']])
  })

  test('reached with the last credit, all of it is invoiced then', () => {
    const billed = january(perThousand('10'), '31')
    expect(overageLines(billed)).toEqual([['2026-02-01', '3100', '31.00']])
    expect(early(billed)).toEqual([['2026-02-01T00:00:00.000Z', '3100']])
  })

  test('an event is invoiced with all that is outstanding after it', () => {
    // 1,050 on the 5th are 50 past the quota of 1,000, 0.50; 1,100 on the 9th make it 1,150: 11.50 at once
    const catalog = workspaceOf({ credits: '1000', pastQuota: postpaid(perThousand('10'), '10') })
    const billed = billPeople(catalog, {
      ...OPTED_IN,
      usageEvents: [use(5, null, 'api', 1050), use(9, null, 'api', 1100), use(20, null, 'api', 5)],
    })
    expect(overageLines(billed)).toEqual([
      ['2026-01-09', '1150', '11.50'],
      ['2026-02-01', '5', '0.05'],
    ])
    expect(early(billed)).toEqual([['2026-01-09T12:00:00.000Z', '1150']])
  })

  test('each period starts at nothing', () => {
    const plan = { credits: '3100', pastQuota: postpaid(perThousand('10'), '10') }
    // 900 past the quota in each month: 9.00, below the threshold both times
    expect(overageLines(bill(plan, ['4000', '4000'], OPTED_IN))).toEqual([
      ['2026-02-01', '900', '9.00'],
      ['2026-03-01', '900', '9.00'],
    ])
  })
})

describe('whether what is outstanding has to pass the threshold or only to reach it', () => {
  /** 1,000 credits, then 10.00 for 1,000 with a threshold of 10: an event on the 5th takes so many past the quota. */
  const past = (credits: string, thresholdInvoice: 'passes' | 'reaches') => {
    const catalog = workspaceOf({ credits: '1000', pastQuota: postpaid(perThousand('10'), '10') })
    const usageEvents = [{ ...use(5, null, 'api', 1), quantity: credits }]
    return overageLines(billPeople(catalog, { ...OPTED_IN, usageEvents, policies: { thresholdInvoice } }))
  }

  test('exactly the threshold: reached, and not passed', () => {
    expect(past('2000', 'reaches')).toEqual([['2026-01-05', '1000', '10.00']])
    expect(past('2000', 'passes')).toEqual([['2026-02-01', '1000', '10.00']])
  })

  test('a millionth of a credit more passes it', () => {
    expect(past('2000.000001', 'passes')).toEqual([['2026-01-05', '1000.000001', '10.00']])
  })

  test('a millionth less reaches nothing', () => {
    expect(past('1999.999999', 'reaches')).toEqual([['2026-02-01', '999.999999', '10.00']])
  })

  test('ElevenLabs’ Pro: exactly 198.00 waits for the period’s end, and more does not', () => {
    const catalog = preset('elevenlabs-2026-04')
    const onPro = (usage: string) =>
      valueOf(run(catalog, { ...scenarioOf(catalog, [usage], OPTED_IN), plan: 'pro' }))
    // 198.00 ÷ 0.24 × 1,000 = 825,000 past the quota of 500,000
    expect(early(onPro('1325000'))).toEqual([])
    expect(overageLines(onPro('1325000'))).toEqual([['2026-02-01', '825000', '198.00']])
    expect(early(onPro('1325000.000001'))).toEqual([['2026-02-01T00:00:00.000Z', '825000.000001']])
    // Of 2,650,000 in 31 days 1,325,000 are used after 15.5 and 2,150,000 after 25.15; 500,000 are left, 120.00.
    const more = onPro('2650000')
    expect(overageLines(more)).toEqual([
      ['2026-01-16', '825000.000001', '198.00'],
      ['2026-01-26', '825000', '198.00'],
      ['2026-02-01', '499999.999999', '120.00'],
    ])
  })
})

describe('an invoice is the price so far less what was invoiced', () => {
  test('graduated: later invoices are at the later tiers’ rates', () => {
    // 1,000 at 0.010, then 0.005: 8.00 after 800; 16.00 after 1,000 + 1,200; 3,100 cost 10.00 + 10.50
    const tiers = [
      { upTo: '1000', rate: { amount: '10', per: '1000' } },
      { upTo: null, rate: { amount: '5', per: '1000' } },
    ]
    const billed = january({ model: 'graduated', tiers }, '8')
    expect(overageLines(billed)).toEqual([
      ['2026-01-20', '800', '8.00'],
      ['2026-01-27', '1400', '8.00'],
      ['2026-02-01', '900', '4.50'],
    ])
    const second = at(at(billed.invoices, 2).lines, 0)
    expect(second.working).toEqual([
      { quantity: '1000', rate: '10 per 1000', amount: '10.00' },
      { quantity: '1200', rate: '5 per 1000', amount: '6.00' },
      { quantity: '-800', rate: 'invoiced earlier', amount: '-8.00' },
    ])
  })

  test('volume: no invoice asks for what a cheaper tier may still take back', () => {
    // Up to 1,000 at 0.010 each, beyond at 0.005 for all: 3,100 cost 15.50. 4.00 are reached after 400. The 8.00 of
    // 800 could fall to 5.00 with the 1,001st, so the second 4.00 wait for 1,600 × 0.005; 12.00 come with 2,400.
    const tiers = [
      { upTo: '1000', rate: { amount: '10', per: '1000' } },
      { upTo: null, rate: { amount: '5', per: '1000' } },
    ]
    const billed = january({ model: 'volume', tiers }, '4')
    expect(overageLines(billed)).toEqual([
      ['2026-01-18', '400', '4.00'],
      ['2026-01-24', '1200', '4.00'],
      ['2026-01-28', '800', '4.00'],
      ['2026-02-01', '700', '3.50'],
    ])
    expect(billed.totals.overage).toBe('15.50')
  })

  test('volume: an event that could become cheaper is invoiced as cheap as it can become', () => {
    // 700 past the quota are 7.00 now, and would be 5.00 with 301 more; nothing more comes, so 2.00 follow
    const tiers = [
      { upTo: '1000', rate: { amount: '10', per: '1000' } },
      { upTo: null, rate: { amount: '5', per: '1000' } },
    ]
    const catalog = workspaceOf({ credits: '1000', pastQuota: postpaid({ model: 'volume', tiers }, '4') })
    const billed = billPeople(catalog, { ...OPTED_IN, usageEvents: [use(5, null, 'api', 1700)] })
    expect(overageLines(billed)).toEqual([
      ['2026-01-05', '700', '5.00'],
      ['2026-02-01', '0', '2.00'],
    ])
    expect(at(at(billed.invoices, 1).lines, 0).working).toEqual([
      { quantity: '700', rate: '10 per 1000', amount: '7.00' },
      { quantity: '0', rate: 'not asked while more usage may make it cheaper', amount: '-2.00' },
    ])
  })

  test('blocks that count whole: the invoice comes with the block that passes the threshold', () => {
    // 30.00 a block of 1,000: the second block makes 60.00, the fourth 120.00, and its rest is paid for
    const charge: Charge = { model: 'package', amount: '30', size: '1000' }
    const billed = january(charge, '44', { policies: { packageRates: 'startedBlocks' } })
    expect(overageLines(billed)).toEqual([
      ['2026-01-21', '1000.000001', '60.00'],
      ['2026-01-31', '2000', '60.00'],
      ['2026-02-01', '99.999999', '0.00'],
    ])
  })
})

describe('with everything else that ends a stretch of overage', () => {
  test('a spend limit counts what was invoiced early', () => {
    const billed = january(perThousand('10'), '10', { overage: { optIn: true, spendLimit: '15' } })
    expect(overageLines(billed)).toEqual([
      ['2026-01-21', '1000', '10.00'],
      ['2026-02-01', '500', '5.00'],
    ])
    expect(billed.totals.blockedCredits).toBe('1600')
  })

  test('a plan change charges only what is not invoiced yet', () => {
    const pastQuota = postpaid(perThousand('10'), '10')
    const catalog = catalogOf([
      planOf({ id: 'small', credits: '3100', pastQuota }),
      planOf({ id: 'large', monthly: '50', credits: '9000', pastQuota }),
    ])
    const changes = [{ kind: 'changePlan' as const, on: '2026-01-26', plan: 'large' }]
    const billed = valueOf(run(catalog, scenarioOf(catalog, ['6200'], { ...OPTED_IN, changes })))
    // by the 26th 5,000 are used: 1,900 past the quota, of which 1,000 were invoiced on the 21st
    expect(overageLines(billed)).toEqual([
      ['2026-01-21', '1000', '10.00'],
      ['2026-01-26', '900', '9.00'],
    ])
  })

  test('there are a thousand of them at most in a period, and what is left then waits for its end', () => {
    // 1.00 for 100 credits, a threshold of 1.00: 1,003 times 100 credits past the quota, and 50
    const billed = january(perThousand('10'), '1')
    const many = bill({ credits: '0', pastQuota: postpaid(perThousand('10'), '1') }, ['100350'], OPTED_IN)
    expect(overageLines(billed)).toHaveLength(31)
    expect(early(many)).toHaveLength(1000)
    expect(overageLines(many).slice(-1)).toEqual([['2026-02-01', '350', '3.50']])
    expect(many.totals.overage).toBe('1003.50')
  })

  test('several streams a day: invoices stay in the order of time', () => {
    const catalog = workspaceOf({ credits: '0', pastQuota: postpaid(perThousand('10'), '1') })
    const stream = (id: string) => ({ id, product: 'api', model: 'Standard', monthly: '3100' })
    const billed = billPeople(catalog, {
      ...OPTED_IN,
      usage: { kind: 'streams', streams: [stream('a'), stream('b')] },
    })
    const dates = billed.invoices.map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted())
    // 6,200 × 0.01 = 62.00 in invoices of 1.00
    expect(overageLines(billed)).toHaveLength(62)
    expect(billed.ledger.map((entry) => entry.at)).toEqual(billed.ledger.map((entry) => entry.at).toSorted())
  })
})
