import { expect } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { run, withCustomTerms } from '#main/engine/index.ts'
import { contentOf, findExample, type TeachingExample } from '#main/examples/index.ts'
import type { Catalog, Plan } from '#shared/catalog.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { valueOf } from '../store/support.ts'

export function exampleOf(id: string): TeachingExample {
  const example = findExample(id)
  if (!example) throw new Error(`There is no example ${id}.`)
  return example
}

export function presetOf(id: string): Catalog {
  const preset = findPreset(id)
  if (!preset) throw new Error(`There is no preset ${id}.`)
  return preset
}

export function planIn(catalog: string, plan: string): Plan {
  const found = presetOf(catalog).plans.find(({ id }) => id === plan)
  if (!found) throw new Error(`There is no plan ${plan}.`)
  return found
}

/** The example's account as the engine bills it, with something else about it. */
export function billed(
  { scenario }: { readonly scenario: Scenario },
  change: Partial<Scenario> = {},
): Omit<RunResult, 'inputHash'> {
  const asked: Scenario = { ...scenario, ...change }
  if (typeof asked.catalog !== 'string') throw new Error('Examples stand on presets.')
  const agreed = valueOf(withCustomTerms(presetOf(asked.catalog), asked.customTerms))
  return valueOf(run(agreed, asked))
}

export const accountOf = (id: string) => contentOf(exampleOf(id))

/** The same account with its usage written out. */
export const using = (...credits: readonly string[]): Pick<Scenario, 'usage'> => ({
  usage: { kind: 'series', credits: [...credits] },
})

/** A figure as a text writes it: `$1,188.00`, `356,666.67`. */
export const money = (figure: string): string => `$${grouped(figure)}`
export const credits = (figure: string): string => grouped(figure)

const grouped = (figure: string): string => figure.replaceAll(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',')

/**
 * Holds a text to its figures: each of them is among those `proven`, what the engine comes to, or says `which` one of
 * its months, days, seats or years is meant. None is left out, and none that was proven is missing from the text.
 */
export function expectFigures(
  { lookFor, question }: TeachingExample,
  proven: readonly string[],
  which: readonly string[] = [],
): void {
  const told = new Set(`${question} ${lookFor}`.match(/\$?\d+(?:,\d{3})*(?:\.\d+)?/g))
  expect([...told].toSorted()).toEqual([...new Set([...proven, ...which])].toSorted())
}
