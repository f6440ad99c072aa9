import type { Problem } from '#shared/problem.ts'
import type { CatalogRule } from './catalog-rule.ts'

/** The first price is reduced once: of two offers for the same way of paying, no one could say which is meant. */
export const offersAtOnce: CatalogRule = ({ plans }) =>
  plans.flatMap(({ name, offers }, plan) => {
    const offered = new Set<string>()
    return offers.flatMap(({ billing }, place) => {
      const earlier = new Set(offered)
      for (const way of billing) offered.add(way)
      return billing.flatMap((way, index): readonly Problem[] =>
        earlier.has(way)
          ? [
              {
                code: 'catalog.two_offers',
                message: `${name} has two offers for those who pay ${way === 'annual' ? 'annually' : 'monthly'}.`,
                path: `plans.${plan}.offers.${place}.billing.${index}`,
              },
            ]
          : [],
      )
    })
  })
