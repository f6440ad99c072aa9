import type { Credits } from '../exact/amount.ts'
import { isNegative, minus, type Rational } from '../exact/rational.ts'

/**
 * The smallest usage in `(low, high]` from which `holds` is true, given that it is false at `low` and true at
 * `high`. `guess` is tried first, which makes straight lines a matter of two looks; anything else is halved down
 * to the micro-credit.
 */
export function firstUsage(
  low: Credits,
  high: Credits,
  guess: Credits,
  holds: (usage: Credits) => boolean,
): Credits {
  if (guess > low && guess <= high && holds(guess) && !holds(guess - 1)) return guess
  let [below, from] = [low, high]
  while (from - below > 1) {
    const middle = below + Math.floor((from - below) / 2)
    if (holds(middle)) from = middle
    else below = middle
  }
  return from
}

/** Where two costs meet on `[low, high]` if both are straight lines there: the first usage at which a ≥ b. */
export function lineCrossing(
  low: Credits,
  high: Credits,
  cost: { readonly a: (usage: Credits) => Rational | null; readonly b: (usage: Credits) => Rational | null },
): Credits {
  const gapAtLow = gap(cost.a(low), cost.b(low))
  const gapAtHigh = gap(cost.a(high), cost.b(high))
  if (gapAtLow === null || gapAtHigh === null || !isNegative(gapAtLow) || isNegative(gapAtHigh)) return high
  const climb = minus(gapAtHigh, gapAtLow)
  const numerator = -gapAtLow.numerator * climb.denominator * BigInt(high - low)
  const denominator = gapAtLow.denominator * climb.numerator
  return low + Number((numerator + denominator - 1n) / denominator)
}

const gap = (a: Rational | null, b: Rational | null): Rational | null =>
  a === null || b === null ? null : minus(a, b)
