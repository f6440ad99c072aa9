import type { VariantCost } from '#shared/analysis.ts'
import { exactCreditsOf } from './counted.ts'
import { differenceInWords } from './trial-in-words.ts'

/** What work that moves to another model would cost and block, beside the account as it is. */
export function moveInWords([asItIs, moved]: readonly VariantCost[], months: number): string {
  const refused = [asItIs, moved].find((variant) => variant?.kind === 'refused')
  if (refused?.kind === 'refused') return `Cannot be told: ${refused.problems[0]?.message ?? ''}`
  if (asItIs?.kind !== 'billed' || moved?.kind !== 'billed') return ''
  const cost = differenceInWords(moved.difference, moved.currency, months)
  const [before, after] = [asItIs.cost.blockedCredits, moved.cost.blockedCredits]
  if (before === after) return `${cost}.`
  return `${cost}, and blocks ${exactCreditsOf(after)} instead of ${exactCreditsOf(before)}.`
}
