import type { WhatToBuy } from '#shared/account-on-plans.ts'
import { day, isZero, money, plural } from '#renderer/format/figures.ts'
import { creditsOf, sentences } from './counted.ts'
import type { Sentence } from './finding.ts'
import type { PlanNames } from './plan-names.ts'

interface BuyingTerms {
  readonly names: PlanNames
  readonly currency: string
  readonly months: number
  /** The plan the account is on when the run begins. */
  readonly today: string
  /** Whether there is a plan above the one that is advised that holds the account. */
  readonly hasHigher: boolean
}

type Bought = NonNullable<WhatToBuy['next']>

/** What to buy and when, and what else was weighed. */
export function buyingInWords({ best, next, bestMove }: WhatToBuy, terms: BuyingTerms): Sentence {
  const { names, currency, months } = terms
  const figures = `That costs ${money(best.cost, currency)} over ${plural(months, 'month')}, ${money(best.monthly, currency)} a month${blockedTail(best)}.`
  return {
    headline: headlineOf(best, terms),
    detail: sentences(
      figures,
      best.move === null ? noMove(bestMove, terms) : '',
      next === null
        ? 'No other plan holds the account.'
        : `${names(next.plan)}${best.move === null ? ', the next best,' : ' from the first day'} costs ${money(next.cost, currency)}${blockedTail(next)}.`,
    ),
  }
}

function headlineOf({ plan, move }: WhatToBuy['best'], { names, today }: BuyingTerms): string {
  if (move !== null) {
    const first = plan === today ? `Stay on ${names(plan)}` : `Begin on ${names(plan)}`
    return `${first}, and move to ${names(move.plan)} on ${day(move.on)}`
  }
  return plan === today
    ? `${names(plan)} is best from the first day to the last`
    : `${names(plan)} would be best from the first day`
}

/** That no later move pays: with what the best of them costs, or that there is none. */
function noMove(bestMove: WhatToBuy['bestMove'], { names, currency, hasHigher }: BuyingTerms): string {
  if (bestMove === null) return hasHigher ? 'No later move pays.' : 'There is no plan above it to move to.'
  const { plan, move } = bestMove
  return `No later move pays: the best one, from ${names(plan)} to ${names(move.plan)} on ${day(move.on)}, costs ${money(bestMove.cost, currency)}${blockedTail(bestMove)}.`
}

const blockedTail = ({ blockedCredits }: Pick<Bought, 'blockedCredits'>): string =>
  isZero(blockedCredits) ? ', and blocks nothing' : `, and blocks ${creditsOf(blockedCredits)}`
