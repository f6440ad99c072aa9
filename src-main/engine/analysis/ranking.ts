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

/** The best first: least blocked, then cheapest; the ladder's order, kept by the stable sort, decides between equals. */
export const ranked = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.toSorted((a, b) => a.totals.blockedCredits - b.totals.blockedCredits || a.total - b.total)

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
