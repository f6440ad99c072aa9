import { describe, expect, test } from 'vitest'
import { creditLayers } from '#main/engine/index.ts'
import { cellOf, daysBefore } from '#main/engine/report/credit-days.ts'
import { DayWriter } from '#main/engine/report/day-writer.ts'
import { at, catalogOf, figure, perThousand, planOf, postpaid } from '../support/build.ts'
import { april2026, dayOf, held, moved, viewsOf } from './support.ts'

const creator = { plan: 'creator' }

describe('Creator, April 2026: 100,000 credits', () => {
  // April has thirty days, so 90,000 a month are 3,000 a day.
  test('on day d the pool holds 100,000 - 3,000 d', () => {
    const { points, steps, layers } = viewsOf(april2026(), ['90000'], creator).layers({ resolution: 'day' })
    expect(layers).toEqual(['fresh', 'rolledOver'])
    expect(points).toHaveLength(31)
    expect(points.slice(1, 30).map(({ onHand }) => onHand.fresh)).toEqual(
      Array.from({ length: 29 }, (_, day) => String(100_000 - 3000 * (day + 1))),
    )
    // Before the renewal there is nothing, and with it all is there; at the month's end what is left has rolled over.
    expect([held(at(points, 0).onHand), held(at(points, 0).withGrants)]).toEqual([{}, { fresh: 100_000 }])
    expect(held(at(points, 30).onHand)).toEqual({ rolledOver: 10_000 })
    expect(moved(at(steps, 0))).toEqual({ fresh: { granted: 100_000, used: 3000 } })
    expect(moved(at(steps, 12))).toEqual({ fresh: { used: 3000 } })
    expect(moved(at(steps, 29))).toEqual({
      fresh: { used: 3000, movedOut: 10_000 },
      rolledOver: { movedIn: 10_000 },
    })
  })

  // 120,000 are 4,000 a day: the credits last for 25 days, until the 26th, and 5 days are blocked.
  test('the day on which they run out, and what is blocked from then on', () => {
    const views = viewsOf(april2026(), ['120000'], creator)
    const { steps, points, runOuts, marks } = views.layers({ resolution: 'day' })
    expect(held(at(points, 24).onHand)).toEqual({ fresh: 4000 })
    expect(held(at(points, 25).onHand)).toEqual({})
    expect(steps.map(({ blockedCredits }) => Number(blockedCredits))).toEqual(
      Array.from({ length: 30 }, (_, day) => (day < 25 ? 0 : 4000)),
    )
    expect(at(steps, 25).blockedBecause).toEqual([{ cause: 'poolEmpty', credits: '4000' }])
    expect(runOuts).toEqual([{ period: 1, at: '2026-04-26T00:00:00.000Z' }])
    expect(marks.map(({ at: when, kind }) => [dayOf(when), kind])).toEqual([
      ['2026-04-01', 'renewal'],
      ['2026-04-26', 'ranOut'],
      ['2026-04-26', 'blocked'],
    ])
  })

  test('beyond them overage is served, on the days it is used', () => {
    const { steps } = viewsOf(april2026(), ['120000'], { ...creator, overage: { optIn: true } }).layers({
      resolution: 'day',
    })
    expect(
      steps.slice(23, 27).map(({ poolCredits, overageCredits }) => [poolCredits, overageCredits]),
    ).toEqual([
      ['4000', '0'],
      ['4000', '0'],
      ['0', '4000'],
      ['0', '4000'],
    ])
  })

  // Weeks are counted from the start: 7 × 3,000 each, and the last has two days.
  test('by week', () => {
    const { points, steps } = viewsOf(april2026(), ['90000'], creator).layers({ resolution: 'week' })
    expect(points.map((point) => dayOf(point.at))).toEqual([
      '2026-04-01',
      '2026-04-08',
      '2026-04-15',
      '2026-04-22',
      '2026-04-29',
      '2026-05-01',
    ])
    expect(steps.map(({ poolCredits }) => poolCredits)).toEqual(['21000', '21000', '21000', '21000', '6000'])
  })
})

// 100,000 a month that live for two further periods; 40,000 are used in each month, the oldest first.
test('credits of three months under the rollover by age', () => {
  const { points, steps, marks } = viewsOf(april2026(), ['40000', '40000', '0', '0'], creator).layers({
    resolution: 'month',
  })
  expect(points.map((point) => [dayOf(point.at), held(point.onHand)])).toEqual([
    ['2026-04-01', {}],
    ['2026-05-01', { rolledOver: 60_000 }],
    // May takes 40,000 of April's 60,000.
    ['2026-06-01', { rolledOver: 120_000 }],
    // June uses nothing, and the 20,000 left of April's expire with it.
    ['2026-07-01', { rolledOver: 200_000 }],
    // May's 100,000 expire with July.
    ['2026-08-01', { rolledOver: 200_000 }],
  ])
  expect(steps.map(moved)).toEqual([
    { fresh: { granted: 100_000, used: 40_000, movedOut: 60_000 }, rolledOver: { movedIn: 60_000 } },
    { fresh: { granted: 100_000, movedOut: 100_000 }, rolledOver: { used: 40_000, movedIn: 100_000 } },
    { fresh: { granted: 100_000, movedOut: 100_000 }, rolledOver: { expired: 20_000, movedIn: 100_000 } },
    { fresh: { granted: 100_000, movedOut: 100_000 }, rolledOver: { expired: 100_000, movedIn: 100_000 } },
  ])
  expect(marks.filter(({ kind }) => kind === 'expiry').map((mark) => [dayOf(mark.at), mark.credits])).toEqual(
    [
      ['2026-07-01', '20000'],
      ['2026-08-01', '100000'],
    ],
  )
})

test('what a cap keeps from a renewal is granted and forfeited at once', () => {
  const capped = catalogOf([planOf({ rollover: { kind: 'cap', multiple: 1 } })])
  // At most 2,000 on hand: the third renewal finds 2,000 and adds nothing.
  const { steps, points, marks } = viewsOf(capped, ['0', '0', '0']).layers({ resolution: 'month' })
  expect(moved(at(steps, 2))).toEqual({ fresh: { granted: 1000, forfeited: 1000 } })
  expect(at(points, 2).withGrants.total).toBe('2000')
  expect(marks.filter(({ kind }) => kind === 'forfeit')).toEqual([
    {
      at: '2026-06-01T00:00:00.000Z',
      kind: 'forfeit',
      name: null,
      credits: '1000',
      references: [{ kind: 'entry', entry: expect.any(Number) }],
    },
  ])
})

test('under the rollover by count credits move into other grants, in part', () => {
  const half = catalogOf([planOf({ rollover: { kind: 'count', carries: 1, percent: '50', validity: 1 } })])
  const { steps } = viewsOf(half, ['200', '0']).layers({ resolution: 'month' })
  // 800 are left: 400 are carried, 400 forfeited. In May nothing is used: the 400 were carried once, and are forfeited.
  expect(steps.map(moved)).toEqual([
    { fresh: { granted: 1000, used: 200, forfeited: 400, movedOut: 400 }, rolledOver: { movedIn: 400 } },
    { fresh: { granted: 1000, forfeited: 500, movedOut: 500 }, rolledOver: { forfeited: 400, movedIn: 500 } },
  ])
})

test('what is carried once more stays in its layer', () => {
  const twice = catalogOf([planOf({ rollover: { kind: 'count', carries: 2, percent: '100', validity: 1 } })])
  const { steps } = viewsOf(twice, ['0', '0']).layers({ resolution: 'month' })
  expect(steps.map(moved)).toEqual([
    { fresh: { granted: 1000, movedOut: 1000 }, rolledOver: { movedIn: 1000 } },
    { fresh: { granted: 1000, movedOut: 1000 }, rolledOver: { movedIn: 1000 } },
  ])
})

test('a layer to which nothing happens is there as long as it holds anything', () => {
  const grants = [{ id: 'present', amount: '100', start: '2026-04-02' }]
  const { layers, steps } = viewsOf(catalogOf([planOf({})]), ['0'], { grants }).layers({
    resolution: 'day',
    from: '2026-04-10',
    to: '2026-04-12',
  })
  expect(layers).toEqual(['fresh', 'gift'])
  expect(steps.map(moved)).toEqual([{}, {}])
})

test('an account that ends at noon ends with all its days', () => {
  const noon = Date.parse('2026-04-02T12:00:00Z')
  const days = { start: Date.parse('2026-04-01'), end: noon, days: [new Float64Array(), new Float64Array()] }
  expect(daysBefore(days, noon)).toBe(2)
})

test('an account that starts at noon starts with what is granted then', () => {
  const noon = Date.parse('2026-04-16T12:00:00Z')
  const period = { index: 0, start: noon, end: Date.parse('2026-05-16T12:00:00Z') }
  const grant = {
    id: 0,
    source: 'plan' as const,
    createdAt: noon,
    expiresAt: Infinity,
    priority: 0,
    carries: 0,
  }
  const writer = new DayWriter()
  writer.periodOpened(period)
  writer.renewed(period, { ...grant, amount: 5_000_000, remaining: 5_000_000 }, 0)
  writer.periodClosed(period)
  const { days, start, end } = writer.days
  expect([start, end]).toEqual([noon, period.end])
  expect(at(days, 0)?.[cellOf('atStart', 'fresh')]).toBe(5_000_000)
})

describe('a pack bought on the 10th', () => {
  const pack = {
    id: 'extra',
    name: 'Extra',
    credits: figure('500'),
    charge: figure({ model: 'perUnit' as const, rate: { amount: '6', per: '1' } }),
    expiresAfterMonths: figure(1),
  }
  const catalog = { ...catalogOf([planOf({})]), packs: [pack] }
  const bought = { changes: [{ kind: 'buyPack' as const, on: '2026-04-10', pack: 'extra', count: 1 }] }

  // 1,500 in April are 50 a day: 1,000 last for twenty days, and the pack's 500 for the other ten.
  test('is a layer of its own, used after the older credits', () => {
    const { points, steps, layers, marks } = viewsOf(catalog, ['1500', '0'], bought).layers({
      resolution: 'day',
    })
    expect(layers).toEqual(['fresh', 'pack'])
    expect(held(at(points, 9).onHand)).toEqual({ fresh: 550 })
    expect(held(at(points, 9).withGrants)).toEqual({ fresh: 550, pack: 500 })
    expect(held(at(points, 20).onHand)).toEqual({ pack: 500 })
    expect(held(at(points, 25).onHand)).toEqual({ pack: 250 })
    expect(moved(at(steps, 9))).toEqual({ fresh: { used: 50 }, pack: { granted: 500 } })
    expect(marks.filter(({ kind }) => kind === 'pack')).toEqual([
      {
        at: '2026-04-10T00:00:00.000Z',
        kind: 'pack',
        name: 'extra',
        credits: '500',
        references: [{ kind: 'entry', entry: expect.any(Number) }],
      },
    ])
  })

  test('expires within a period, on the day that ends then', () => {
    const { points, steps } = viewsOf(catalog, ['0', '0'], bought).layers({ resolution: 'day' })
    // Day 39 is 10 May: the pack has lived for a month.
    expect(dayOf(at(points, 39).at)).toBe('2026-05-10')
    expect([held(at(points, 38).onHand), held(at(points, 39).onHand)]).toEqual([
      { fresh: 1000, pack: 500 },
      { fresh: 1000 },
    ])
    expect(moved(at(steps, 38))).toEqual({ pack: { expired: 500 } })
  })
})

describe('an upgrade on the 16th that restarts the cycle', () => {
  const plans = [
    planOf({ id: 'small', rollover: { kind: 'age', periods: 1 } }),
    planOf({ id: 'large', monthly: '40', credits: '5000', rollover: { kind: 'age', periods: 1 } }),
  ]
  const upgrade = {
    changes: [
      { kind: 'changePlan' as const, on: '2026-04-16', plan: 'large', mode: 'restartCycle' as const },
    ],
  }

  // 600 in April are 20 a day: 300 by the 16th, and 700 go over into the new cycle, where they are used first.
  test('carries what is left into the layer of what is rolled over', () => {
    const { points, steps, marks } = viewsOf(catalogOf(plans), ['600'], upgrade).layers({ resolution: 'day' })
    expect(held(at(points, 15).onHand)).toEqual({ rolledOver: 700 })
    expect(held(at(points, 15).withGrants)).toEqual({ fresh: 5000, rolledOver: 700 })
    expect(moved(at(steps, 14))).toEqual({
      fresh: { used: 20, movedOut: 700 },
      rolledOver: { movedIn: 700 },
    })
    expect(moved(at(steps, 15))).toEqual({ fresh: { granted: 5000 }, rolledOver: { used: 20 } })
    // The run ends within the new period: what is fresh in it stays so.
    expect(held(at(points, 30).onHand)).toEqual({ fresh: 5000, rolledOver: 400 })
    expect(marks.filter(({ kind }) => kind === 'planChange')).toEqual([
      {
        at: '2026-04-16T00:00:00.000Z',
        kind: 'planChange',
        name: 'large',
        credits: null,
        references: [{ kind: 'line', invoice: '0002', line: 1 }],
      },
    ])
    expect(marks.filter(({ kind }) => kind === 'renewal').map(({ credits }) => credits)).toEqual([
      '1000',
      '5000',
    ])
  })

  test('at noon the day has both', () => {
    const noon = { changes: upgrade.changes.map((change) => ({ ...change, on: '2026-04-16T12:00:00Z' })) }
    const { steps } = viewsOf(catalogOf(plans), ['600'], noon).layers({ resolution: 'day' })
    // 10 before noon and 310 by then; 690 go over, of which 10 are used after noon.
    expect(moved(at(steps, 15))).toEqual({
      fresh: { granted: 5000, used: 10, movedOut: 690 },
      rolledOver: { movedIn: 690, used: 10 },
    })
  })

  test('a downgrade in the same way loses what is left, and carries nothing', () => {
    const down = {
      plan: 'large',
      changes: [
        {
          kind: 'changePlan' as const,
          on: '2026-04-16',
          plan: 'small',
          mode: 'restartCycle' as const,
          timing: 'now' as const,
        },
      ],
    }
    const { steps } = viewsOf(catalogOf(plans), ['600'], down).layers({ resolution: 'day' })
    expect(moved(at(steps, 14))).toEqual({ fresh: { used: 20, expired: 4700 } })
    expect(moved(at(steps, 15))).toEqual({ fresh: { granted: 1000, used: 20 } })
  })

  describe('after a plan that was changed to at the same midnight and kept the cycle', () => {
    const larger = { kind: 'changePlan' as const, on: '2026-04-16', plan: 'large', timing: 'now' as const }
    const twice = (plan: string) => ({
      changes: [
        { ...larger, mode: 'difference' as const },
        { ...larger, plan, mode: 'restartCycle' as const },
      ],
    })

    // 1,000 less 15 days of 20 are 700; the larger plan adds 4,000 with the midnight at which the period then ends.
    test('loses what that one gave, on the day that ends', () => {
      const { steps, points } = viewsOf(catalogOf(plans), ['600'], twice('small')).layers({
        resolution: 'day',
      })
      expect(moved(at(steps, 14))).toEqual({ fresh: { granted: 4000, used: 20, expired: 4700 } })
      expect(moved(at(steps, 15))).toEqual({ fresh: { granted: 1000, used: 20 } })
      expect([held(at(points, 15).onHand), held(at(points, 15).withGrants)]).toEqual([{}, { fresh: 1000 }])
    })

    test('carries what that one gave, on the day that ends', () => {
      const largest = planOf({ id: 'largest', monthly: '60', credits: '9000' })
      const { steps, points } = viewsOf(catalogOf([...plans, largest]), ['600'], twice('largest')).layers({
        resolution: 'day',
      })
      expect(moved(at(steps, 14))).toEqual({
        fresh: { granted: 4000, used: 20, movedOut: 4700 },
        rolledOver: { movedIn: 4700 },
      })
      const held15 = [held(at(points, 15).onHand), held(at(points, 15).withGrants)]
      expect(held15).toEqual([{ rolledOver: 4700 }, { fresh: 9000, rolledOver: 4700 }])
    })
  })

  test('a change that keeps the cycle adds to what is fresh', () => {
    const kept = { changes: upgrade.changes.map((change) => ({ ...change, mode: 'difference' as const })) }
    const { steps, marks } = viewsOf(catalogOf(plans), ['600'], kept).layers({ resolution: 'day' })
    expect(moved(at(steps, 15))).toEqual({ fresh: { granted: 4000, used: 20 } })
    expect(marks.filter(({ kind }) => kind === 'planCredits').map(({ credits }) => credits)).toEqual(['4000'])
  })
})

test('a trial’s credits are a gift', () => {
  const trial = { trial: { days: 10, credits: '300', creditsExpire: true } }
  // 30 a day: the trial's 300 are used up as it ends.
  const { points, marks } = viewsOf(catalogOf([planOf({})]), ['900'], trial).layers({ resolution: 'day' })
  expect(held(at(points, 0).withGrants)).toEqual({ gift: 300 })
  expect(held(at(points, 4).onHand)).toEqual({ gift: 180 })
  expect(held(at(points, 10).withGrants)).toEqual({ fresh: 1000 })
  expect(marks.filter(({ kind }) => kind === 'trial').map(({ credits }) => credits)).toEqual(['300'])
})

describe('the window', () => {
  const { result, detail, layers } = viewsOf(catalogOf([planOf({})]), ['300', '310'])

  test('starts and ends where it is asked to, with the boundaries of the whole run between', () => {
    const { points } = layers({ resolution: 'week', from: '2026-04-10', to: '2026-04-24' })
    expect(points.map((point) => dayOf(point.at))).toEqual([
      '2026-04-10',
      '2026-04-15',
      '2026-04-22',
      '2026-04-24',
    ])
    // 10 a day: 90 by the 10th.
    expect(at(points, 0).onHand.fresh).toBe('910')
  })

  test('is held to the run', () => {
    const { points } = layers({ resolution: 'month', from: '2020-01-01', to: '2030-01-01' })
    expect(points.map((point) => dayOf(point.at))).toEqual(['2026-04-01', '2026-05-01', '2026-06-01'])
  })

  test.each([
    ['2026-05-02', '2026-05-02'],
    ['2026-05-03', '2026-05-02'],
    ['2026-06-01', undefined],
    [undefined, '2026-04-01'],
  ])('is refused where it holds nothing of the run: %s to %s', (from, to) => {
    expect(creditLayers(result, detail, { resolution: 'day', from, to })).toEqual({
      ok: false,
      problems: [
        {
          code: 'layers.window',
          message:
            'Expected a first day before the last one, with days from 2026-04-01 to 2026-06-01 between them.',
          path: 'from',
        },
      ],
    })
  })
})

test('overage that is owed in credits is repaid from the next renewal', () => {
  const catalog = catalogOf([planOf({ pastQuota: postpaid(perThousand('10')) })])
  const owing = {
    policies: { beyondGrants: 'carriedWithinPeriod' as const, overageAtPeriodEnd: 'carryAndRepay' as const },
  }
  // 1,200 in April: 200 are owed, and May's 1,000 repay them before anything else.
  const { steps, points, marks } = viewsOf(catalog, ['1200', '0'], owing).layers({ resolution: 'month' })
  expect(at(steps, 0).overageCredits).toBe('200')
  expect(moved(at(steps, 1))).toEqual({ fresh: { granted: 1000, repaid: 200, expired: 800 } })
  expect(held(at(points, 1).withGrants)).toEqual({ fresh: 800 })
  expect(marks.filter(({ kind }) => kind === 'repayment').map(({ credits }) => credits)).toEqual(['200'])
})
