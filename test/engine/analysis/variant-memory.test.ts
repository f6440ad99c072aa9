import { expect, test } from 'vitest'
import { billVariant, writtenOut } from '#main/engine/analysis/bill-variant.ts'
import { catalogOf, planOf, scenarioOf, valueOf } from '../support/build.ts'

/** Every object that can be reached from one. */
function reachable(from: unknown, seen = new Set<object>()): ReadonlySet<object> {
  if (typeof from !== 'object' || from === null || seen.has(from)) return seen
  seen.add(from)
  for (const value of from instanceof Map ? from.values() : Object.values(from)) reachable(value, seen)
  return seen
}

test('a variant that was billed keeps neither the scenario and the catalogue it was made of, nor their parts', () => {
  const catalog = catalogOf([planOf({}), planOf({ id: 'large' })])
  const scenario = scenarioOf(catalog, ['1', '2'])
  const made = reachable([catalog, scenario])
  const kept = reachable(valueOf(billVariant(catalog, scenario, { plan: 'large' }, writtenOut)))
  expect([...kept].filter((one) => made.has(one))).toEqual([])
  expect(kept.size).toBeGreaterThan(1)
})
