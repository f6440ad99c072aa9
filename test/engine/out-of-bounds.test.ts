import { describe, expect, test } from 'vitest'
import {
  attributeCosts,
  bestUpgrade,
  bothFailures,
  compare,
  compareVariants,
  crossovers,
  curves,
  run,
} from '#main/engine/index.ts'
import { CompareInput, CurvesInput } from '#shared/comparison.ts'
import type { Result } from '#shared/problem.ts'
import { catalogOf, OPTED_IN, perThousand, planOf, postpaid, scenarioOf, valueOf } from './support/build.ts'
import { peopleOf, use, workspaceOf } from './support/people.ts'
import { sellingSeats } from './subscription/support/subscribe.ts'

/*
 * The largest figure the schemas take is 9,007,199,254.740991: sums and products of figures that are each small enough
 * may still be too large to be exact. 9,000,000,000 twice is.
 */

const HUGE = '9000000000'

const refusedFor = (answer: Result<unknown>) =>
  answer.ok ? answer : answer.problems.map(({ code, path }) => [code, path])

const tooLarge = (path: string) => [['amount.out_of_bounds', path]]

const plain = catalogOf([planOf({}), planOf({ id: 'large', monthly: '20' })])
const dear = catalogOf([planOf({ monthly: HUGE }), planOf({ id: 'large', monthly: HUGE })])

describe('a run whose figures leave the exact range names the field to blame', () => {
  test('usage', () => {
    expect(refusedFor(run(plain, scenarioOf(plain, [HUGE, HUGE])))).toEqual(tooLarge('usage'))
  })

  test('usage events, also where modelled usage is beside them', () => {
    const catalog = workspaceOf({ ...OPTED_IN, pastQuota: postpaid(perThousand('10')) })
    const events = [use(2, null, 'api', 9e9), use(3, null, 'api', 9e9)]
    const scenario = peopleOf(catalog, { ...OPTED_IN, usageEvents: events })
    expect(refusedFor(run(catalog, scenario))).toEqual(tooLarge('usageEvents'))
  })

  test('grants', () => {
    const grants = ['a', 'b'].map((id) => ({ id, amount: HUGE, start: '2026-01-01' }))
    expect(refusedFor(run(plain, scenarioOf(plain, ['5'], { grants })))).toEqual(tooLarge('grants'))
  })

  test('extra seats: a billion at $10.00', () => {
    const catalog = catalogOf([sellingSeats(planOf({}), 1, null)])
    const scenario = scenarioOf(catalog, ['0'], { extraSeats: 1_000_000_000 })
    expect(refusedFor(run(catalog, scenario))).toEqual(tooLarge('extraSeats'))
  })

  test('a commitment', () => {
    const invoicing = { commitment: { per: 'month' as const, minimum: HUGE } }
    expect(refusedFor(run(plain, scenarioOf(plain, ['0', '0'], { invoicing })))).toEqual(
      tooLarge('invoicing'),
    )
  })

  test('where the scenario’s own figures are small, the catalogue’s prices', () => {
    expect(refusedFor(run(dear, scenarioOf(dear, ['1', '1'])))).toEqual(tooLarge('catalog'))
    expect(refusedFor(run(dear, scenarioOf(dear, [HUGE, HUGE])))).toEqual(tooLarge('catalog'))
  })
})

describe('so do the questions asked of a scenario or a catalogue', () => {
  const scenario = scenarioOf(plain, [HUGE, HUGE])

  test('analyses of a scenario', () => {
    expect(refusedFor(attributeCosts(plain, scenario, ['day']))).toEqual(tooLarge('usage'))
    expect(refusedFor(bothFailures(plain, scenario))).toEqual(tooLarge('usage'))
    expect(refusedFor(bestUpgrade(plain, scenario, 'large'))).toEqual(tooLarge('usage'))
  })

  test('one variant of several is refused by itself', () => {
    const changes = [{ kind: 'changePlan' as const, on: '2026-01-02', plan: 'large' }]
    const catalog = catalogOf([planOf({}), planOf({ id: 'large', monthly: HUGE })])
    const variants = [{ name: 'stay' }, { name: 'dear', changes }]
    const costs = valueOf(compareVariants(catalog, scenarioOf(catalog, ['0', '0']), variants))
    expect(costs.map((cost) => (cost.kind === 'billed' ? cost.cost.total : cost.problems[0]?.path))).toEqual([
      '20.00',
      'changes',
    ])
  })

  test('a comparison: its usage, or the catalogue', () => {
    const compared = (catalog: typeof plain, usage: string) =>
      compare(catalog, CompareInput.parse({ catalog: 'test', usage, months: 2 }))
    expect(refusedFor(compared(plain, HUGE))).toEqual(tooLarge('usage'))
    expect(refusedFor(compared(dear, '1'))).toEqual(tooLarge('catalog'))
  })

  test('curves: how far they go, or the catalogue', () => {
    const drawn = (catalog: typeof plain, upTo: string) =>
      curves(catalog, CurvesInput.parse({ catalog: 'test', upTo, months: 2 }))
    expect(refusedFor(drawn(plain, HUGE))).toEqual(tooLarge('upTo'))
    expect(refusedFor(drawn(dear, '1'))).toEqual(tooLarge('catalog'))
  })

  test('crossovers: the catalogue', () => {
    expect(crossovers(plain).ok).toBe(true)
  })
})
