import type { CatalogRule } from './catalog-rule.ts'

/** Plans and products are found by their ids, so no two may share one. */
export const duplicateIds: CatalogRule = ({ plans, products }) => [
  ...repeated(
    'plans',
    plans.map((plan) => plan.id),
  ),
  ...repeated(
    'products',
    products.map((product) => product.id),
  ),
]

const repeated = (list: string, ids: readonly string[]) =>
  ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            code: 'catalog.duplicate_id',
            message: `The id "${id}" is used twice.`,
            path: `${list}.${index}.id`,
          },
        ],
  )
