import { describe, expect, it } from 'vitest'
import { CostKind } from '#shared/cost-kind.ts'
import type { PeriodCost, PeriodCosts } from '#shared/period-costs.ts'
import { costFigures, shortFigures, soFar } from '#renderer/charts/cost-bars.ts'
import { placeEvents } from '#renderer/charts/EventLane.tsx'
import { placeByKey } from '#renderer/charts/place-by-key.ts'
import { STACK_INSETS, stackPlot } from '#renderer/charts/stack-plot.ts'
import { timeAxis, timeLabels, withRoom } from '#renderer/charts/time-axis.ts'
import { inSpan, spanInWords, spanNoun } from '#renderer/finding/span-in-words.ts'
import { runOutsInWords, timelineNote, timelineTitle } from '#renderer/finding/timeline-title.ts'
import { periodColumns } from '#renderer/pages/account/timeline/period-columns.ts'
import { toTsv } from '#renderer/tables/column.ts'

type Amounts = Partial<Record<CostKind, string>>

const midnight = (date: string): string => `${date}T00:00:00.000Z`
const stack = (total: string, amounts: Amounts) => ({
  kinds: CostKind.options.flatMap((kind) => {
    const amount = amounts[kind]
    return amount === undefined ? [] : [{ kind, amount }]
  }),
  total,
})

/** A row that costs the same as billed and by what it pays for. */
const row = (
  start: string,
  end: string,
  total: string,
  amounts: Amounts,
  changes: Partial<PeriodCost> = {},
): PeriodCost => ({
  period: 1,
  start: midnight(start),
  end: midnight(end),
  billed: stack(total, amounts),
  attributable: stack(total, amounts),
  containedTax: '0.00',
  cumulativeBilled: total,
  cumulativeAttributable: total,
  ranOutAt: null,
  blockedCredits: '0',
  blockedBecause: [],
  expiredCredits: '0',
  forfeitedCredits: '0',
  ...changes,
})

const costs = (rows: readonly PeriodCost[], changes: Partial<PeriodCosts> = {}): PeriodCosts => ({
  by: 'period',
  kinds: ['subscription', 'overage'],
  rows: [...rows],
  afterRun: { kinds: [], total: '0.00' },
  total: '0.00',
  ...changes,
})

const plain = (start: string, end: string, changes: Partial<PeriodCost> = {}) =>
  row(start, end, '22.00', { subscription: '22.00' }, changes)
const title = (rows: readonly PeriodCost[], basis: 'billed' | 'attributable' = 'attributable') =>
  timelineTitle(costs(rows), basis, 'USD')

const APRIL = plain('2026-04-01', '2026-05-01')
const MAY = plain('2026-05-01', '2026-06-01')
const JUNE = plain('2026-06-01', '2026-07-01')

describe('the title of the timeline', () => {
  it('says that every month is the same', () => {
    expect(title([APRIL, MAY, JUNE])).toBe('The same every month: $22.00')
    const free = (start: string, end: string) => row(start, end, '0.00', {})
    expect(title([free('2026-04-01', '2026-05-01'), free('2026-05-01', '2026-06-01')])).toBe(
      'Nothing to pay in every month',
    )
  })

  it('says in which month costs double, and what most of it is', () => {
    const before = row('2026-10-01', '2026-11-01', '165.00', { subscription: '132.00', overage: '33.00' })
    const double = { subscription: '132.00', overage: '198.00' }
    expect(title([before, row('2026-11-01', '2026-12-01', '330.00', double)])).toBe(
      'Costs double in November: $198.00 of $330.00 is overage',
    )
    const more = { subscription: '132.00', overage: '199.00' }
    expect(title([before, row('2026-11-01', '2026-12-01', '331.00', more)])).toBe(
      'Costs more than double in November: $199.00 of $331.00 is overage',
    )
  })

  it('says from what to what where one kind alone grows, or one is given back', () => {
    const upgraded = row('2026-05-01', '2026-06-01', '99.00', { subscription: '99.00' })
    expect(title([APRIL, upgraded])).toBe('Costs more than double in May: $99.00 after $22.00')
    const less = row('2026-05-01', '2026-06-01', '90.00', { subscription: '99.00', discount: '-9.00' })
    expect(title([APRIL, less])).toBe('Costs more than double in May: $90.00 after $22.00')
  })

  it('compares no short period with a whole month, and nothing with no money', () => {
    const short = row('2026-07-01', '2026-07-12', '10.00', { subscription: '10.00' })
    const whole = row('2026-07-12', '2026-08-12', '99.00', { subscription: '99.00' })
    expect(title([plain('2026-06-01', '2026-07-01'), short, whole])).toBe(
      'Costs are highest in the period from 12 Jul: $99.00',
    )
    const nothing = row('2026-04-01', '2026-05-01', '0.00', {})
    expect(title([nothing, MAY, plain('2026-06-01', '2026-07-01')])).toBe(
      'Costs rise from $0.00 in April to $22.00 in June',
    )
  })

  it('says that months cost nearly the same: none a fourth more than another', () => {
    const at = (start: string, end: string, total: string) => row(start, end, total, { subscription: total })
    const [one, other] = [at('2026-04-01', '2026-05-01', '100.00'), at('2026-05-01', '2026-06-01', '125.00')]
    expect(title([one, other])).toBe('Nearly the same every month: $100.00 to $125.00')
    expect(title([one, at('2026-05-01', '2026-06-01', '125.01')])).toBe(
      'Costs rise from $100.00 in April to $125.01 in May',
    )
    expect(title([at('2026-04-01', '2026-05-01', '150.00'), at('2026-05-01', '2026-06-01', '100.00')])).toBe(
      'Costs fall from $150.00 in April to $100.00 in May',
    )
  })

  it('says where costs are highest, and that all is due at once', () => {
    const high = row('2026-05-01', '2026-06-01', '40.00', { subscription: '22.00', overage: '18.00' })
    expect(title([APRIL, high, JUNE])).toBe('Costs are highest in May: $40.00, $18.00 of it overage')
    const year = row('2026-04-01', '2026-05-01', '220.00', { subscription: '220.00' })
    expect(title([year, row('2026-05-01', '2026-06-01', '0.00', {})])).toBe('All is due in April: $220.00')
  })

  it('tells of the money that is asked for', () => {
    const apart = { ...APRIL, billed: stack('50.00', { subscription: '50.00' }) }
    expect(title([apart, { ...MAY, billed: stack('0.00', {}) }], 'billed')).toBe(
      'All is due in April: $50.00',
    )
    expect(title([apart, { ...MAY, billed: stack('0.00', {}) }])).toBe('The same every month: $22.00')
  })

  const SHORT = {
    ranOutAt: '2026-04-24T06:00:00.000Z',
    blockedCredits: '100000',
    blockedBecause: [{ cause: 'poolEmpty' as const, credits: '100000' }],
  }

  it('says first that credits run out where work is held back, and the money in the note', () => {
    const rows = costs([{ ...APRIL, ...SHORT }, MAY, JUNE])
    expect(timelineTitle(rows, 'billed', 'USD')).toBe(
      'Credits run out in 1 of 3 months, first on 24 Apr 2026',
    )
    expect(timelineNote(rows, 'billed', 'USD')).toBe('The same every month: $22.00')
  })

  it('leaves it to the note where all is served', () => {
    const served = { ...SHORT, blockedCredits: '0', blockedBecause: [] }
    const rows = costs([{ ...APRIL, ...served }, MAY], { afterRun: { kinds: [], total: '11.00' } })
    expect(timelineTitle(rows, 'attributable', 'USD')).toBe('The same every month: $22.00')
    expect(timelineNote(rows, 'attributable', 'USD')).toBe(
      'Credits run out in 1 of 2 months, first on 24 Apr 2026; $11.00 is for time after the run',
    )
    expect(timelineNote(rows, 'billed', 'USD')).toBe('Credits run out in 1 of 2 months, first on 24 Apr 2026')
    expect(timelineNote(costs([APRIL]), 'billed', 'USD')).toBe('By the date of the invoice')
  })

  it('takes credits for lasting that are used up as the period ends', () => {
    expect(
      runOutsInWords([plain('2026-04-01', '2026-05-01', { ranOutAt: midnight('2026-05-01') })]),
    ).toBeNull()
  })
})

describe('a stretch of a run in words', () => {
  const span = (start: string, end: string) => ({ start: midnight(start), end: midnight(end) })
  const april = span('2026-04-01', '2026-05-01')
  const anchored = span('2026-03-12', '2026-04-12')

  it('is a calendar month by its name, else its two days', () => {
    expect(spanInWords(april)).toBe('April 2026')
    expect(spanInWords(anchored)).toBe('12 Mar to 12 Apr 2026')
    expect(spanInWords(span('2026-12-12', '2027-01-12'))).toBe('12 Dec 2026 to 12 Jan 2027')
    expect(spanInWords({ start: '2026-04-01T09:00:00.000Z', end: april.end })).toBe('1 Apr to 1 May 2026')
  })

  it('is a month whichever day it begins on, and has its year among more than twelve', () => {
    expect(spanNoun([april, anchored])).toBe('month')
    expect(spanNoun([april, span('2026-05-01', '2026-05-12')])).toBe('period')
    expect(inSpan(april, [april])).toBe('in April')
    expect(inSpan(anchored, [anchored])).toBe('in the month from 12 Mar')
    expect(
      inSpan(
        april,
        Array.from({ length: 13 }, () => april),
      ),
    ).toBe('in April 2026')
  })
})

describe('the rows of the timeline', () => {
  const given = row('2026-04-01', '2026-05-01', '90.00', { subscription: '100.00', discount: '-10.00' })
  const short = {
    ...given,
    blockedCredits: '30',
    blockedBecause: [{ cause: 'groupLimit' as const, credits: '30' }],
    expiredCredits: '20',
    ranOutAt: '2026-04-24T06:00:00.000Z',
  }

  it('are drawn up from zero, and what is taken off or lost down from it', () => {
    expect(costFigures(given.billed)).toEqual({ subscription: 100, discount: -10 })
    expect(shortFigures(short)).toEqual({ groupLimit: 30, expired: -20, forfeited: -0 })
    expect(soFar([{ ...given, cumulativeBilled: '7.00' }], 'billed')).toEqual([7])
    expect(soFar([{ ...given, cumulativeAttributable: '8.00' }], 'attributable')).toEqual([8])
    const rows = [shortFigures({ ...short, blockedBecause: [] })]
    expect(stackPlot({ width: 600, height: 200 }, [], rows, [{ id: 'expired' }])).toMatchObject({ most: 0 })
  })

  it('are copied as they are shown, without what is nothing in all of them', () => {
    const columns = periodColumns(costs([short], { kinds: ['subscription', 'discount'] }), 'billed', '$')
    expect(toTsv(columns, [short])).toBe(
      [
        'Billing period\tSubscription ($)\tDiscount ($)\tTotal ($)\tSo far ($)\tCredits ran out\tBlocked: group limit (credits)\tExpired (credits)',
        'April 2026\t100.00\t-10.00\t90.00\t90.00\t24 Apr 2026, 06:00 UTC\t30\t20',
      ].join('\n'),
    )
  })
})

describe('the time axis', () => {
  const axis = (from: string, to: string) => timeAxis(midnight(from), midnight(to), 660, STACK_INSETS)
  const named = (from: string, to: string) => timeLabels(from, to, axis(from, to)).map(({ text }) => text)

  it('has instants where they are in time, and keeps a pixel within it', () => {
    const april = axis('2026-04-01', '2026-05-01')
    // 600 pixels for thirty days, from 52 on.
    expect(april.x('2026-04-16T00:00:00.000Z')).toBeCloseTo(352)
    expect(april.timeAt(352)).toBeCloseTo(Date.parse('2026-04-16T00:00:00.000Z'), -3)
    expect(april.timeAt(-50)).toBe(Date.parse('2026-04-01T00:00:00.000Z'))
  })

  it('names weeks of a month, months of a year, and a January by its year', () => {
    expect(named('2026-04-01', '2026-05-01').slice(0, 3)).toEqual(['1 Apr', '8 Apr', '15 Apr'])
    expect(named('2026-10-01', '2027-06-01')).toEqual([
      'Oct',
      'Nov',
      'Dec',
      '2027',
      'Feb',
      'Mar',
      'Apr',
      'May',
    ])
    expect(named('2026-04-01', '2029-04-01').slice(0, 5)).toEqual(['Apr', 'Jul', 'Oct', '2027', 'Apr'])
    expect(named('2026-10-12', '2027-03-12')).toEqual(['Nov', 'Dec', '2027', 'Feb', 'Mar'])
  })

  it('leaves out words that have no room', () => {
    expect(withRoom([{ x: 0 }, { x: 20 }, { x: 35 }], 30)).toEqual([{ x: 0 }, { x: 35 }])
    const april = axis('2026-04-01', '2026-05-01')
    const at = (day: string) => ({ at: midnight(day), text: '24 Apr' })
    const [first, second, third] = placeEvents([at('2026-04-10'), at('2026-04-11'), at('2026-04-30')], april)
    expect([first?.left === null, second?.left, third?.left === null]).toEqual([false, null, false])
    expect(third?.x).toBeCloseTo(632)
  })

  it('is read by keys, and left by Escape', () => {
    const pressed = (key: string, place: number | null) => placeByKey(key, place, 3)
    expect(['ArrowRight', 'ArrowLeft', 'Home', 'End', 'Escape', 'a'].map((key) => pressed(key, 1))).toEqual([
      2,
      0,
      0,
      2,
      null,
      undefined,
    ])
    expect([pressed('ArrowRight', null), pressed('ArrowLeft', null)]).toEqual([0, 2])
    expect([pressed('ArrowRight', 2), pressed('ArrowLeft', 0)]).toEqual([2, 0])
  })
})
