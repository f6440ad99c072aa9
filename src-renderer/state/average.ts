import { microsOf } from '#shared/micros.ts'

const MICROS = 1_000_000n

/** Half up to the whole. */
const rounded = (micros: bigint, share: bigint): number =>
  Number((2n * micros + share * MICROS) / (2n * share * MICROS))

/** A decimal string as a whole number, half up. */
export const wholeFigure = (text: string): number => rounded(microsOf(text), 1n)

/** The average of decimal strings as a whole number, half up; 0 of none. */
export function wholeAverage(texts: readonly string[]): number {
  if (texts.length === 0) return 0
  return rounded(
    texts.reduce((sum, text) => sum + microsOf(text), 0n),
    BigInt(texts.length),
  )
}
