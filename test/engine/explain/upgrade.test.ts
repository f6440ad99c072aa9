import { describe, expect, test } from 'vitest'
import { bestUpgrade, type BillAs, billedAs, explainUpgrade } from '#main/engine/index.ts'
import type { UpgradeReference } from '#shared/reference.ts'
import { catalogOf, planOf, scenarioOf, valueOf } from '../support/build.ts'

/** `small` is $10.00 a month for 1,000 credits, `large` $31.00 for 5,000; both stop at their credits. January has 31 days. */
const CATALOG = catalogOf([
  planOf({ id: 'small', monthly: '10.00', credits: '1000', rollover: { kind: 'none' } }),
  planOf({ id: 'large', monthly: '31.00', credits: '5000', rollover: { kind: 'none' } }),
])
// 1,000 credits in January, which `small` serves, and 3,000 in February, of which it stops 2,000.
const OF = { catalog: CATALOG, scenario: { ...scenarioOf(CATALOG, ['1000', '3000']), plan: 'small' } }
const BILLED: BillAs = (version) => billedAs(OF, version)
const why = (on: string | null, of: UpgradeReference['of']) =>
  explainUpgrade(BILLED, { kind: 'upgrade', move: { plan: 'large', on }, of })
const steps = (on: string | null, of: UpgradeReference['of']) =>
  valueOf(why(on, of)).steps.map(({ text, amount }) => [text, amount])

describe('a move up on a day', () => {
  // `small` in January, `large` in February: 10.00 + 31.00. Never: twice 10.00.
  test('what pays for time within the run, by its periods', () => {
    expect(steps('2026-02-01', { kind: 'withinRun' }).at(-1)).toEqual(['So far', '41.00'])
    expect(steps(null, { kind: 'withinRun' })).toEqual([
      ['Cost of period 1, 2026-01-01 to 2026-02-01', '10.00'],
      ['Cost of period 2, 2026-02-01 to 2026-03-01', '10.00'],
      ['So far', '20.00'],
    ])
  })

  test('how much more it costs than another, by what the money is for', () => {
    const told = valueOf(why(null, { kind: 'regret', beside: { plan: 'large', on: '2026-02-01' } }))
    expect(told.title).toBe('Never moving up, less large from 2026-02-01')
    expect(told.steps.at(-1)).toEqual({
      text: 'Total: 20.00 less 41.00',
      amount: '-21.00',
      unit: 'money',
      isSum: true,
    })
  })

  test('what it stops: 2,000 credits where it never comes, nothing where it comes with February', () => {
    expect(steps(null, { kind: 'block' }).at(-1)).toEqual(['Not served', '2000'])
    expect(why('2026-02-01', { kind: 'block' })).toMatchObject({ ok: false })
    expect(valueOf(why(null, { kind: 'block' })).title).toMatch(/^Never moving up: /)
  })

  test('its figures are those of the day when all days are tried', () => {
    const { days } = valueOf(bestUpgrade(CATALOG, OF.scenario, 'large'))
    for (const { on, total, attributable } of days) {
      expect([on, steps(on, { kind: 'withinRun' }).at(-1)?.[1]]).toEqual([on, attributable])
      expect([on, steps(on, { kind: 'total' }).at(-1)?.[1]]).toEqual([on, total])
    }
    expect(days.length).toBeGreaterThan(50)
  })
})
