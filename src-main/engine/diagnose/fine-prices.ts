import type { Problem } from '#shared/problem.ts'
import { moneyText, toMicros } from '../exact/amount.ts'
import { minorUnit, toMinor } from '../exact/round.ts'
import type { CatalogRule } from './catalog-rule.ts'

/** A price finer than its currency's smallest amount: an invoice cannot show it, and bills it rounded half-up. */
export const finePrices: CatalogRule = ({ plans, currency }) => {
  const minor = minorUnit(currency)
  return plans.flatMap(({ name, price }, index) =>
    (['monthly', 'annual'] as const).flatMap((way): readonly Problem[] => {
      const value = price[way]?.value ?? '0'
      const exact = toMicros(value)
      if (exact % minor === 0) return []
      const billed = moneyText(toMinor(exact, minor))
      return [
        {
          code: 'price.finer_than_minor_unit',
          message: `${name}: ${value} ${currency} is billed as ${billed}, since the smallest amount of ${currency} is ${moneyText(minor)}.`,
          path: `plans.${index}.price.${way}.value`,
        },
      ]
    }),
  )
}
