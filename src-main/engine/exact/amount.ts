import { microsOf } from '#shared/decimal.ts'

/** An amount of money in micros (millionths) of the currency: a whole, safe integer. */
export type Money = number

/** An amount of credits in micros (millionths) of a credit: a whole, safe integer. */
export type Credits = number

/** Whole numbers of so many digits are exact in micros without a closer look. */
const SHORT = 9

/** How many micros one unit of money or one credit holds. */
export const MICROS = 1_000_000

/**
 * An amount left the range that safe integers hold (about 9 billion units). The engine's door turns it into a
 * problem: it comes from figures a person chose, wherever in the arithmetic it shows.
 */
export class OutOfBounds extends RangeError {}

/** Reads a decimal string that the schemas accepted, exactly. */
export const toMicros = (text: string): number =>
  text.length <= SHORT && !text.includes('.') ? Number(text) * MICROS : inBounds(Number(microsOf(text)))

/** The amount itself, if it is exact; throws `OutOfBounds` if it is too large to be. */
export function inBounds(amount: number): number {
  if (Number.isSafeInteger(amount)) return amount
  throw new OutOfBounds('An amount is larger than 9,007,199,254.740991.')
}

/** Writes credits, or a sum of money of arbitrary precision, without trailing zeros: `300000`, `0.55`. */
export function creditsText(amount: Credits): string {
  if (amount % MICROS === 0) return String(inBounds(amount) / MICROS)
  const { sign, whole, fraction } = digits(amount)
  const trimmed = fraction.replace(/0+$/, '')
  return trimmed === '' ? sign + whole : `${sign}${whole}.${trimmed}`
}

/** Writes money with at least two decimals, more only where the amount has them: `94.00`, `0.2375`. */
export function moneyText(amount: Money): string {
  const { sign, whole, fraction } = digits(amount)
  return `${sign}${whole}.${fraction.slice(0, 2)}${fraction.slice(2).replace(/0+$/, '')}`
}

function digits(amount: number): {
  readonly sign: string
  readonly whole: string
  readonly fraction: string
} {
  const padded = String(Math.abs(inBounds(amount))).padStart(7, '0')
  return { sign: amount < 0 ? '-' : '', whole: padded.slice(0, -6), fraction: padded.slice(-6) }
}
