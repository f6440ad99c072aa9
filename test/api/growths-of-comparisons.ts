import type { ParsedInput } from '#shared/api.ts'
import type { Catalog } from '#shared/catalog.ts'
import { items, regrown } from './grown-catalog.ts'
import type { Growth } from './growths.ts'

/** Whatever there is much of in catalogues. */
export const IN_CATALOGS: readonly Growth<Catalog>[] = [
  { of: 'plans', most: 50, grown: (catalog, plans) => regrown(catalog, { plans }) },
  { of: 'tiers', most: 1000, grown: (catalog, tiers) => regrown(catalog, { tiers }) },
]

type Comparisons = ParsedInput<'analysis.compareMany'>

const inCatalog = ({ of, most, grown }: Growth<Catalog>): Growth<Comparisons> => ({
  of: `${of} of its own catalogue`,
  most,
  grown: (input, count) => ({ ...input, catalog: grown(regrown(input.catalog, {}), count) }),
})

const USAGE = 2_000_000

/** Whatever there is much of in comparisons of several usages. */
export const IN_COMPARISONS: readonly Growth<Comparisons>[] = [
  ...IN_CATALOGS.map(inCatalog),
  { of: 'months', most: 120, grown: (input, months) => ({ ...input, months }) },
  {
    of: 'usages',
    most: 32,
    grown: (input, count) => ({ ...input, usages: items(count, (index) => String(USAGE + index)) }),
  },
  {
    of: 'terms agreed',
    most: 50,
    grown: (input, count) => ({
      ...input,
      customTerms: Object.fromEntries(
        items(count, (index) => [index === 0 ? 'enterprise' : `plan-${index}`, { monthly: '50' }]),
      ),
    }),
  },
  {
    of: 'growth',
    most: 2,
    grown: (input) => ({ ...input, pattern: { kind: 'growth', percent: '1' } }),
  },
]
