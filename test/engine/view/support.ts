import { creditLayers, periodCosts, runWithDetail } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { CreditLayers, LayerCredits, LayerStep, LayerWindow } from '#shared/credit-layers.ts'
import type { CostSpan, StackedCost } from '#shared/period-costs.ts'
import { Scenario } from '#shared/scenario.ts'
import type { z } from 'zod'
import { findPreset } from '#main/catalogs/index.ts'
import { valueOf } from '../support/build.ts'

type Given = Partial<z.input<typeof Scenario>>

/** The views of one account, from 1 April 2026, wanting `usage` credits month after month. */
export function viewsOf(catalog: Catalog, usage: readonly string[], given: Given = {}) {
  const scenario = Scenario.parse({
    schemaVersion: 1,
    name: 'Test',
    catalog,
    plan: catalog.plans[0]?.id,
    start: '2026-04-01',
    months: usage.length,
    usage: { kind: 'series', credits: [...usage] },
    ...given,
  })
  const { result, detail } = valueOf(runWithDetail(catalog, scenario))
  return {
    result,
    layers: (window: LayerWindow): CreditLayers => valueOf(creditLayers(result, detail, window)),
    costs: (by: CostSpan) => periodCosts(result, detail, by),
    detail,
  }
}

/** The catalogue of April 2026: Creator has 100,000 credits for $22.00. */
export function april2026(): Catalog {
  const catalog = findPreset('elevenlabs-2026-04')
  if (catalog === undefined) throw new Error('The preset is gone.')
  return catalog
}

/** The day of a text that is a midnight; all of any other. */
export const dayOf = (at: string): string => (at.endsWith('T00:00:00.000Z') ? at.slice(0, 10) : at)

/** What is on hand, layers that hold nothing left out. */
export const held = (credits: LayerCredits): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(credits)
      .map(([layer, amount]) => [layer, Number(amount)] as const)
      .filter(([layer, amount]) => layer !== 'total' && amount > 0),
  )

/** What happened in a step, layer by layer, moves of nothing left out. */
export const moved = ({ layers }: LayerStep): Readonly<Record<string, Readonly<Record<string, number>>>> =>
  Object.fromEntries(
    layers.map(({ layer, ...moves }) => [
      layer,
      Object.fromEntries(
        Object.entries(moves)
          .map(([move, credits]) => [move, Number(credits)] as const)
          .filter(([, credits]) => credits > 0),
      ),
    ]),
  )

/** A stack of money by kind. */
export const kindsOf = ({ kinds }: StackedCost): Readonly<Record<string, string>> =>
  Object.fromEntries(kinds.map(({ kind, amount }) => [kind, amount]))
