import type { Catalog } from '#shared/catalog.ts'
import { type Problem, type Result, succeed } from '#shared/problem.ts'
import { creditsText } from '../exact/amount.ts'
import { envelopeOf } from './envelope.ts'
import { ladderOf } from './ladder.ts'

/**
 * Plans that nobody buys for their credits: the envelope of the whole ladder never names them, so that at every usage
 * another plan costs as much or less. Seats and features may be worth the price all the same.
 */
export function neverCheapest(catalog: Catalog): Result<readonly Problem[]> {
  const ladder = ladderOf(catalog)
  if (!ladder.ok) return ladder
  const { costs, upTo } = ladder.value
  const named = new Set(envelopeOf(costs, upTo, []).map(({ plan }) => plan))
  return succeed(
    catalog.plans.flatMap(({ id, name }, index): readonly Problem[] =>
      named.has(id)
        ? []
        : [
            {
              code: 'plan.never_cheapest',
              message: `${name} is the cheapest plan at no usage: another one costs as much or less, looked at up to ${creditsText(upTo)} credits a month, billed monthly and with overage where it is sold.`,
              path: `plans.${index}.price.monthly.value`,
            },
          ],
    ),
  )
}
