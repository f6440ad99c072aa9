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
  const { sign, whole, part } = parts(amount)
  return part === 0 ? `${sign}${whole}` : `${sign}${whole}.${decimals(part, 0)}`
}

/** Writes money with at least two decimals, more only where the amount has them: `94.00`, `0.2375`. */
export function moneyText(amount: Money): string {
  const { sign, whole, part } = parts(amount)
  return `${sign}${whole}.${decimals(part, 2)}`
}

/** The whole units of an amount, and the micros that are no whole one. */
function parts(amount: number): { readonly sign: string; readonly whole: number; readonly part: number } {
  const size = Math.abs(inBounds(amount))
  const part = size % MICROS
  return { sign: amount < 0 ? '-' : '', whole: (size - part) / MICROS, part }
}

/** Micros as decimals without trailing zeros, but for the `least` that are always written. */
function decimals(part: number, least: number): string {
  const digits = String(MICROS + part)
  let end = digits.length
  while (end > least + 1 && digits.charCodeAt(end - 1) === ZERO) end -= 1
  return digits.slice(1, end)
}

const ZERO = '0'.charCodeAt(0)
