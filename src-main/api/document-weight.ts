/*
 * Advice on a document prices every plan of its catalogue at every bound of every other's tiers. The document was not read
 * yet and may be anything at all: what stands where plans and tiers would is counted, and nothing else is asked of it.
 */

/** About how many prices advice on a document works out. */
export function pricesIn(document: unknown): number {
  const catalogs = [[], ['catalog'], ['content', 'scenario', 'catalog']].map((path) => at(document, path))
  return Math.max(...catalogs.map(pricesOn))
}

function pricesOn(catalog: unknown): number {
  const plans = listAt(catalog, ['plans'])
  const charges = plans.map((plan) => at(plan, ['pastQuota', 'charge', 'value']))
  const blocks = charges.filter((charge) => at(charge, ['model']) === 'package').length
  // Where blocks of different sizes meet again is said by the sizes, and may be as far off as anybody likes.
  if (blocks > 1) return Infinity
  const tiers = charges.reduce<number>((sum, charge) => sum + listAt(charge, ['tiers']).length, 0)
  return plans.length * (plans.length + tiers)
}

function listAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const found = at(value, path)
  return Array.isArray(found) ? found : []
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (within, field) =>
      typeof within === 'object' && within !== null && field in within
        ? Reflect.get(within, field)
        : undefined,
    value,
  )
