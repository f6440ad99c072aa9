import { creditsText, type Money, moneyText } from '../exact/amount.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'
import { roundSigned, times, whole } from '../exact/rational.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import type { Share } from '../exact/percent.ts'
import { SEAT } from './subscribed.ts'

/** How a line of the subscription came about: its working, and its amount before it was rounded. */
export type LineWorking = Pick<ChargeLine, 'exact' | 'working'>

/** A price in full, for so many seats or, with none, for time; negative when it is given back. */
export const inFull = (amount: Money, what: string, quantity = 0): LineWorking => ({
  working: [{ quantity, rate: `${priceOf(amount, quantity)} ${what}`, amount }],
})

/** A part of a price, as in `80.00 × 15/30 of the term`; a price that is given back is negative. */
export const inPart = (price: Money, share: Share, what: string, quantity = 0): LineWorking =>
  shareOf(price, share, `${priceOf(price, quantity)} × ${share.part}/${share.whole} ${what}`, quantity)

/** The price of several seats is said to be that of them all: read as "2 at 60.00" it could be that of each. */
const priceOf = (amount: Money, quantity: number): string =>
  `${moneyText(Math.abs(amount))}${quantity > SEAT ? ' together' : ''}`

/** What is given back, less the `excess` that was never paid; nothing changes where there is none. */
export const withoutExcess = (line: LineWorking, excess: Money): LineWorking =>
  excess === 0 ? line : { working: [...line.working, ...inFull(excess, 'beyond what was paid').working] }

/** A percentage of a price. */
export const percentOf = (price: Money, percentMicros: number): LineWorking =>
  shareOf(
    price,
    { part: percentMicros, whole: WHOLE_PERCENT },
    `${creditsText(percentMicros)} % of ${moneyText(Math.abs(price))}`,
    0,
  )

function shareOf(price: Money, share: Share, rate: string, quantity: number): LineWorking {
  const exact = times(whole(price), share.part, share.whole)
  return { exact, working: [{ quantity, rate, amount: roundSigned(exact, 1) }] }
}
