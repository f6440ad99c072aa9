import type { Burned, BurnedWork, Work } from '#shared/burned.ts'
import type { Catalog } from '#shared/catalog.ts'
import { creditsText, toMicros } from '../exact/amount.ts'
import { BurnRates, creditsFor } from './burn-rates.ts'

/**
 * What each quantity burns at the rates of one plan, as modelled usage does in a month without a pattern: not whether
 * anything serves it. Throws `OutOfBounds` where one leaves the exact range.
 */
export function burnedBy(catalog: Catalog, plan: string, all: readonly Work[]): readonly BurnedWork[] {
  const rates = new BurnRates(catalog)
  return all.map((work) => ({ work, burned: burnedOn(plan, work, rates) }))
}

function burnedOn(plan: string, { product, model, quantity }: Work, rates: BurnRates): Burned {
  const rate = rates.find(plan, product, model)
  if (typeof rate !== 'string')
    return { kind: 'burns', credits: creditsText(creditsFor(toMicros(quantity), rate)) }
  return { kind: rates.knows(product, model) ? rate : 'unknown' }
}
