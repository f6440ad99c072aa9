import { CostKind, LostKind, type VariantDifferences } from '#shared/analysis.ts'
import { allocate } from '../exact/allocate.ts'
import { type Credits, creditsText, MICROS, type Money, moneyText } from '../exact/amount.ts'
import { roundSigned, times, whole } from '../exact/rational.ts'

/** What a run comes to, told apart by kind: what it costs, and the credits that did nobody any good. */
export interface Outcome {
  readonly total: Money
  readonly money: ReadonlyMap<CostKind, Money>
  readonly lost: ReadonlyMap<LostKind, Credits>
}

/** A tenth of a percent, of which the whole has a thousand. */
const TENTH = MICROS / 10
const TENTHS = 1000

/**
 * What makes `other` cost more or less than `baseline` over so many months, and lose more or fewer credits: facts for a
 * sentence, those that weigh most first; of equals, in the order of the kinds. `minor` is the currency's smallest amount.
 */
export function whatDiffers(
  baseline: Outcome,
  other: Outcome,
  { months, minor }: { readonly months: number; readonly minor: Money },
): VariantDifferences {
  const money = gaps(CostKind.options, baseline.money, other.money)
  const shares = money.length === 0 ? [] : allocate(TENTHS, weightsOf(money))
  return {
    monthly: moneyText(perMonth(other.total - baseline.total, months, minor)),
    money: money.map(({ kind, gap }, index) => ({
      kind,
      amount: moneyText(gap),
      share: creditsText((shares[index] ?? 0) * TENTH),
    })),
    lost: gaps(LostKind.options, baseline.lost, other.lost).map(({ kind, gap }) => ({
      kind,
      credits: creditsText(gap),
    })),
  }
}

/** Rounded once to the minor unit, half away from zero. */
export const perMonth = (total: Money, months: number, minor: Money): Money =>
  roundSigned(times(whole(total), 1, months), minor)

interface Gap<Kind> {
  readonly kind: Kind
  readonly gap: number
}

function gaps<Kind>(
  kinds: readonly Kind[],
  baseline: ReadonlyMap<Kind, number>,
  other: ReadonlyMap<Kind, number>,
): readonly Gap<Kind>[] {
  return kinds
    .map((kind) => ({ kind, gap: (other.get(kind) ?? 0) - (baseline.get(kind) ?? 0) }))
    .filter(({ gap }) => gap !== 0)
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
}

/** Halved until their sum is exact: amounts each as large as can be have more micros together than a number holds. */
function weightsOf(money: readonly Gap<CostKind>[]): readonly number[] {
  let weights = money.map(({ gap }) => Math.abs(gap))
  while (weights.reduce((sum, weight) => sum + weight, 0) > Number.MAX_SAFE_INTEGER)
    weights = weights.map((weight) => Math.ceil(weight / 2))
  return weights
}
