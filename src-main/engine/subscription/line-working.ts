import { creditsText, type Money, moneyText } from '../exact/amount.ts'
import type { Share } from '../exact/percent.ts'
import { isNegative, negative, type Rational, roundSigned, times, whole } from '../exact/rational.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import { SEAT } from './subscribed.ts'

/** How a line of the subscription came about; amounts to the micro, which the line rounds. */
export type LineWorking = Pick<ChargeLine, 'working'>

/** A price in full, for so many seats or, with none, for time; negative when it is given back. */
export const inFull = (price: Rational, what: string, quantity = 0): LineWorking => ({
  working: () => [{ quantity, rate: `${priceOf(price, quantity)} ${what}`, amount: roundSigned(price, 1) }],
})

/** A part of a price, as in `80.00 × 15/30 of the term`; a price that is given back is negative. */
export const inPart = (price: Rational, share: Share, what: string, quantity = 0): LineWorking =>
  stepOf(price, share, `${priceOf(price, quantity)} × ${share.part}/${share.whole} ${what}`, quantity)

/** What is given back, less the `excess` that was never paid; nothing changes where there is none. */
export const withoutExcess = (line: LineWorking, excess: Money): LineWorking =>
  excess === 0
    ? line
    : {
        working: () => [...line.working(), ...inFull(whole(excess), 'beyond what was paid').working()],
      }

/** A percentage of a price. */
export const percentOf = (price: Rational, percent: Share): LineWorking =>
  stepOf(price, percent, `${creditsText(percent.part)} % of ${priceText(price)}`, 0)

const stepOf = (
  price: Rational,
  { part, whole: of }: Share,
  rate: string,
  quantity: number,
): LineWorking => ({
  working: () => [{ quantity, rate, amount: roundSigned(times(price, part, of), 1) }],
})

/** The price of several seats is said to be that of them all: read as "2 at 60.00" it could be that of each. */
const priceOf = (price: Rational, quantity: number): string =>
  `${priceText(price)}${quantity > SEAT ? ' together' : ''}`

const priceText = (price: Rational): string =>
  moneyText(roundSigned(isNegative(price) ? negative(price) : price, 1))
