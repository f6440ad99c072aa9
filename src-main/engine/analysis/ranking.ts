import type { Comparison } from '#shared/comparison.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Totals } from '../record/totals.ts'

/** One plan's run in a comparison. */
export interface Candidate {
  readonly plan: CompiledPlan
  readonly totals: Totals
  readonly total: Money
  readonly fromRollover: Credits
}

/** What a run is ranked by. */
interface Ranked {
  readonly totals: Pick<Totals, 'blockedCredits'>
  readonly total: Money
}

const byMerit = (a: Ranked, b: Ranked): number =>
  a.totals.blockedCredits - b.totals.blockedCredits || a.total - b.total

/** The best first: least blocked, then cheapest; the order they come in, kept by the stable sort, decides between equals. */
export const ranked = <T extends Ranked>(candidates: readonly T[]): readonly T[] =>
  candidates.toSorted(byMerit)

/** The place of one among them, from 1: after all that are better, and the same as its equals. */
export const rankAmong = (candidates: readonly Ranked[], one: Ranked): number =>
  1 + candidates.filter((other) => byMerit(other, one) < 0).length

const idsOf = (candidates: readonly Candidate[]): string[] => candidates.map(({ plan }) => plan.id)

const blocksNothing = ({ totals }: Candidate): boolean => totals.blockedCredits === 0

/** How the plans of a ranking stand to its first: which cost the same, which cost less but block. */
export function standing(
  ranking: readonly Candidate[],
): Pick<Comparison, 'ranking' | 'tied' | 'cheapest' | 'cheaperButBlocking' | 'nearMiss'> {
  const best = ranking.find(blocksNothing)
  const cheaper = best ? ranking.filter((other) => !blocksNothing(other) && other.total < best.total) : []
  return {
    ranking: idsOf(ranking),
    tied: idsOf(ranking.filter((other) => blocksNothing(other) && other.total === best?.total)),
    cheapest: best?.plan.id ?? null,
    cheaperButBlocking: idsOf(cheaper),
    nearMiss: cheaper.slice(0, 1).find(servesMost)?.plan.id ?? null,
  }
}

const servesMost = ({ totals }: Candidate): boolean => totals.blockedCredits < totals.wantedCredits / 2
