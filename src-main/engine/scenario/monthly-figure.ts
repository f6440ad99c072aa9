import { creditsText, MICROS, toMicros } from '../exact/amount.ts'
import { roundTo, sumOf, whole } from '../exact/rational.ts'
import type { CreditUsage } from './usage-curve.ts'

const LARGEST_WHOLE = Math.floor(Number.MAX_SAFE_INTEGER / MICROS) * MICROS

/**
 * The one figure a month that stands for usage, in whole credits, half-up: of a pattern the figure it moves, of usage
 * written out month by month the average of all months written. Nothing written is no usage, and no figure
 * is larger than can be billed.
 */
export function monthlyFigure(usage: CreditUsage): string {
  const written = usage.kind === 'pattern' ? [usage.monthly] : usage.credits
  if (written.length === 0) return '0'
  const all = sumOf(written.map((credits) => whole(toMicros(credits))))
  return creditsText(Math.min(roundTo(all, MICROS, written.length), LARGEST_WHOLE))
}
