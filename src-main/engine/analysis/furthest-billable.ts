import { type Credits, creditsText, MICROS, moneyText, OutOfBounds } from '../exact/amount.ts'
import { roundTo } from '../exact/rational.ts'
import { patternSeries } from '../scenario/usage-curve.ts'
import type { Terms } from './comparison-setup.ts'
import type { CostFunction } from './cost-function.ts'
import { firstUsage } from './first-usage.ts'

/**
 * The largest month's figure up to `asked`, in whole credits, whose months can be billed exactly on every plan and added
 * up; `asked` itself where it can be, or where not even no usage can.
 */
export function furthestBillable(terms: Terms, costs: readonly CostFunction[], asked: Credits): Credits {
  const isTooLarge = (usage: Credits): boolean => !isBillable(terms, costs, usage)
  if (!isTooLarge(asked) || isTooLarge(0)) return asked
  const last = firstUsage(0, asked, asked, isTooLarge) - 1
  return last - (last % MICROS)
}

function isBillable({ pattern, months }: Terms, costs: readonly CostFunction[], usage: Credits): boolean {
  try {
    creditsText(patternSeries(pattern, usage, months).reduce((sum, month) => sum + month, 0))
    for (const cost of costs) {
      const exact = cost.at(usage)
      if (exact !== null) moneyText(roundTo(exact, cost.plan.minor))
    }
    return true
  } catch (error) {
    if (error instanceof OutOfBounds) return false
    throw error
  }
}
