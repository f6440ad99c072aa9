import type { Money } from '../exact/amount.ts'
import { atMost, type LineAmount, notBelowZero } from '../exact/line-amount.ts'
import type { Share } from '../exact/percent.ts'
import { negative, roundSigned, times } from '../exact/rational.ts'
import { inPart, type LineWorking, withoutExcess } from './line-working.ts'
import type { PaidPart } from './paid-term.ts'

/** What is given back of a part of the term; `what` says what the share is of. */
export interface Credit {
  readonly credit: LineAmount
  readonly working: (what: string) => LineWorking
}

/**
 * A share of the price of a part of the term, but no more than was paid for it: what was bought later was not paid for
 * the whole term, and what was rounded purchase by purchase may round to a cent more together.
 */
export function shareOfPaid({ price, paid }: PaidPart, share: Share, minor: Money): Credit {
  const full = {
    amount: roundSigned(times(price.shown, share.part, share.whole), minor),
    exact: times(price.exact, share.part, share.whole),
  }
  const credit = atMost(full, notBelowZero(paid))
  return {
    credit,
    working: (what) => withoutExcess(inPart(negative(price.shown), share, what), full.amount - credit.amount),
  }
}
