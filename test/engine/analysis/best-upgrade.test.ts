import { describe, expect, test } from 'vitest'
import { bestUpgrade } from '#main/engine/index.ts'
import { catalogOf, perThousand, planOf, postpaid, scenarioOf, valueOf } from '../support/build.ts'

/*
 * April and May 2026, 61 days. Small: $30.00 for 1,000 credits, then $100.00 per 1,000. Large: $61.00 for 10,000, and
 * nothing beyond. Nothing rolls over.
 */
const CATALOG = catalogOf([
  planOf({ id: 'small', monthly: '30', credits: '1000', pastQuota: postpaid(perThousand('100')) }),
  planOf({ id: 'large', monthly: '61', credits: '10000' }),
])
const DAY = 86_400_000
const START = Date.parse('2026-04-01')
const dayOf = (number: number) => new Date(START + number * DAY).toISOString().slice(0, 10)

const tried = (april: number, may: number, optIn = true) =>
  valueOf(
    bestUpgrade(
      CATALOG,
      scenarioOf(CATALOG, [String(april), String(may)], { start: '2026-04-01', overage: { optIn } }),
      'large',
    ),
  )

/**
 * An upgrade after `before` days, billed once more in the plainest way for 1,200 credits in April (40 a day) and 1,240
 * in May (40 a day): what pays for time within the run, in cents.
 */
function plainCost(before: number | null): number {
  const overage = (days: number) => Math.max(0, 40 * days - 1000) * 10
  if (before === null) return 2 * 3000 + overage(30) + overage(31)
  // A small term from 1 April; from 1 May a second one, unless large came before or on that day
  const small = before <= 30 ? 3000 + overage(before) : 6000 + overage(30) + overage(before - 30)
  // Terms of large from the upgrade on, a month each: 31 days from a day of May, but for the 31st (to 30 June), else 30
  let [cost, from] = [0, before]
  while (from < 61) {
    const length = from < 30 || from === 60 ? 30 : 31
    cost += (6100 * Math.min(length, 61 - from)) / length
    from += length
  }
  return small + Math.round(cost)
}

describe('the best day for an upgrade', () => {
  const result = tried(1200, 1240)

  test('never and each day after the first are tried', () => {
    expect(result.days.map(({ on }) => on)).toEqual([
      null,
      ...Array.from({ length: 60 }, (_, index) => dayOf(index + 1)),
    ])
  })

  test('every one of them costs what the plainest billing says', () => {
    const cents = result.days.map(({ attributable }) => Math.round(Number(attributable) * 100))
    expect(cents).toEqual([null, ...Array.from({ length: 60 }, (_, index) => index + 1)].map(plainCost))
  })

  test('worked by hand', () => {
    const on = (date: string | null) => {
      const day = result.days.find((candidate) => candidate.on === date)
      return [day?.total, day?.attributable]
    }
    // never: 2 × 30.00, 200 and 240 credits beyond at 0.10: 20.00 and 24.00
    expect(on(null)).toEqual(['104.00', '104.00'])
    // 16 April: 30.00 and 61.00; the term from 16 May has 16 of its 31 days in the run: 61 × 16 ÷ 31 = 31.48
    expect(on('2026-04-16')).toEqual(['152.00', '122.48'])
    // 1 May, the renewal: 30.00, 20.00 overage, 61.00 and all of it within the run
    expect(on('2026-05-01')).toEqual(['111.00', '111.00'])
    // 26 May, when May's 1,000 are just used: 2 × 30.00 + 20.00, and 6 of 31 days of 61.00: 11.81
    expect(on('2026-05-26')).toEqual(['141.00', '91.81'])
  })

  test('costs what is invoiced, where a tax is added: nothing counts both as charged and as invoiced', () => {
    const { days } = valueOf(
      bestUpgrade(
        CATALOG,
        scenarioOf(CATALOG, ['1200', '1240'], {
          start: '2026-04-01',
          overage: { optIn: true },
          invoicing: { taxes: [{ name: 'VAT', percent: '20' }] },
        }),
        'large',
      ),
    )
    const costOf = (date: string | null) => days.find(({ on }) => on === date)?.attributable
    // 104.00 and 20 % of it
    expect(costOf(null)).toBe('124.80')
    // 30.00 + 6.00, 61.00 + 12.20, and of the second such term 16 of 31 days: 73.20 × 16 ÷ 31 = 37.78
    expect(costOf('2026-04-16')).toBe('146.98')
  })

  test('a year that the upgrade cuts short costs its time until then, less what comes back of it', () => {
    const years = catalogOf([
      planOf({ id: 'small', monthly: '20', annual: '120' }),
      planOf({ id: 'large', monthly: '60', annual: '365' }),
    ])
    const scenario = scenarioOf(years, ['0', '0'], { start: '2026-04-01', billing: 'annual' })
    const { days } = valueOf(bestUpgrade(years, scenario, 'large'))
    const costOn = (date: string | null) => days.find(({ on }) => on === date)?.attributable
    // never: 61 of 365 days of 120.00
    expect(costOn(null)).toBe('20.05')
    // 16 April: eleven of twelve months come back, 10.00 stay; of large's year 46 days are in the run, a dollar each
    expect(costOn('2026-04-16')).toBe('56.00')
    // 16 May: ten months come back, 20.00 stay, and 16 days of large
    expect(costOn('2026-05-16')).toBe('36.00')
    // 1 May, between two months, when one has begun: 10.00, and 31 days
    expect(costOn('2026-05-01')).toBe('41.00')
  })

  test('is the cheapest by what it costs within the run, the earliest of equals; its regret is 0', () => {
    const best = result.days.find(({ on }) => on === result.best)
    expect([result.best, best?.regret]).toEqual(['2026-05-26', '0.00'])
    for (const { regret } of result.days) expect(Number(regret)).toBeGreaterThanOrEqual(0)
    const never = result.days.find(({ on }) => on === null)
    expect(never?.regret).toBe('12.19') // 104.00 − 91.81
  })

  test('is never where the smaller plan does', () => {
    const quiet = tried(300, 300)
    expect(quiet.best).toBeNull()
    expect(quiet.days[0]?.regret).toBe('0.00')
    expect(quiet.days.slice(1).every(({ regret }) => Number(regret) > 0)).toBe(true)
  })

  test('blocks as little as can be before it costs as little as can be', () => {
    // Not opted in: 40 a day use 1,000 up after 25 days, so only an upgrade by then blocks nothing
    const { best, days } = tried(1200, 1240, false)
    const blockless = days.filter(({ blockedCredits }) => blockedCredits === '0')
    expect(blockless.map(({ on }) => on)).toEqual(Array.from({ length: 25 }, (_, index) => dayOf(index + 1)))
    expect(best !== null && blockless.some(({ on }) => on === best)).toBe(true)
    for (const { regret } of blockless) expect(Number(regret)).toBeGreaterThanOrEqual(0)
    // never costs less, and blocks 200 in April and 240 in May
    expect(days[0]).toMatchObject({ attributable: '60.00', blockedCredits: '440' })
  })

  test('a day that blocks more may cost less than the best: its regret is what blocking saves', () => {
    const { best, days } = tried(1200, 1240, false)
    const attributable = Number(days.find(({ on }) => on === best)?.attributable)
    expect(days[0]?.regret).toBe((60 - attributable).toFixed(2))
    expect(Number(days[0]?.regret)).toBeLessThan(0)
  })

  test('a change of the scenario that is refused by itself stands in nobody’s way', () => {
    const invite = { id: 'ann', seat: 'basic' as const }
    const scenario = scenarioOf(CATALOG, ['0'], {
      changes: [
        { kind: 'inviteMember', on: '2026-01-03', member: { ...invite } },
        { kind: 'resume', on: '2026-01-04' },
      ],
    })
    expect(bestUpgrade(CATALOG, scenario, 'large').ok).toBe(true)
  })

  test('a scenario that moves to that plan itself is told which change to take out', () => {
    const scenario = scenarioOf(CATALOG, ['0'], {
      changes: [
        { kind: 'resume', on: '2026-01-04' },
        { kind: 'changePlan', on: '2026-01-20', plan: 'large' },
      ],
    })
    const message = expect.stringMatching(/moves to "large" on 2026-01-20.*Take this change out/)
    expect(bestUpgrade(CATALOG, scenario, 'large')).toEqual({
      ok: false,
      problems: [{ code: 'upgrade.refused', message, path: 'changes.1' }],
    })
  })

  test('the plan the account starts on is refused, as is a plan there is not', () => {
    const scenario = scenarioOf(CATALOG, ['0'])
    const message = expect.stringMatching(/starts on small.*Name another plan/)
    expect(bestUpgrade(CATALOG, scenario, 'small')).toEqual({
      ok: false,
      problems: [{ code: 'upgrade.refused', message, path: 'plan' }],
    })
    expect(bestUpgrade(CATALOG, scenario, 'gold')).toMatchObject({ ok: false, problems: [{ path: 'plan' }] })
  })
})
