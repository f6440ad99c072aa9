import { MICROS } from './amount.ts'
import { reduced } from './rational.ts'

/** 100 % in micros of a percent: the denominator of every percentage. */
export const WHOLE_PERCENT = 100 * MICROS

/** A part of a whole, exact. */
export interface Share {
  readonly part: number
  readonly whole: number
}

/** A percentage as a share in lowest terms, three of four for 75 %, with which amounts rarely leave safe integers. */
export function shareOf(percentMicros: number): Share {
  const { numerator, denominator } = reduced({
    numerator: BigInt(percentMicros),
    denominator: BigInt(WHOLE_PERCENT),
  })
  return { part: Number(numerator), whole: Number(denominator) }
}
