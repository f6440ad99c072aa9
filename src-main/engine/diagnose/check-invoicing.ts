import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'

/** Everything in which the terms of invoicing contradict themselves. */
export function checkInvoicing({ invoicing }: Scenario): readonly Problem[] {
  if (invoicing === undefined) return []
  const { discounts, coupons, taxes, commitment } = invoicing
  return [
    ...repeated(
      discounts,
      ({ id }) => id,
      (index) => `invoicing.discounts.${index}.id`,
    ),
    ...repeated(
      coupons,
      ({ id }) => id,
      (index) => `invoicing.coupons.${index}.id`,
    ),
    // Invoices tell taxes apart by their names.
    ...repeated(
      taxes,
      ({ name }) => name,
      (index) => `invoicing.taxes.${index}.name`,
    ),
    ...(commitment !== undefined && commitment.minimum === undefined && commitment.maximum === undefined
      ? [
          {
            code: 'invoicing.empty_commitment',
            message: 'A commitment needs a minimum or a maximum.',
            path: 'invoicing.commitment',
          },
        ]
      : []),
  ]
}

function repeated<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  pathOf: (index: number) => string,
): readonly Problem[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const name = nameOf(item)
    if (seen.has(name))
      return [{ code: 'invoicing.duplicate', message: `"${name}" is used twice.`, path: pathOf(index) }]
    seen.add(name)
    return []
  })
}
