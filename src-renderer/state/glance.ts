import type { DocumentSummary } from '#shared/library.ts'
import { cardInWords } from '#renderer/finding/card-in-words.ts'
import { sentenceOf } from '#renderer/finding/finding.ts'
import type { Asked, Told } from '#renderer/queries/questions.ts'
import { useAnswerWhere } from './answers.ts'
import { reasonOf } from './open-scenario.ts'
import type { Details } from './scenario-details.ts'

/** A scenario at a glance, as the engine finds it. */
export interface Glance {
  readonly finding: string
  /** What each of its months costs; none where it cannot be billed. */
  readonly months: readonly string[]
}

/** Stands where nothing is asked. */
const NOTHING: Asked<'analysis.compare'> = { catalog: '', usage: '0' }

/** What stands out in a scenario that is in sight: asked once for each state of it. Undefined until it is known. */
export function useGlance(
  { id, revision }: DocumentSummary,
  details: Details | undefined,
): Glance | undefined {
  const compared = details?.compared ?? null
  const comparison = useAnswerWhere(compared !== null, 'analysis.compare', compared ?? NOTHING)
  const billsOne = details !== undefined && compared === null
  const card = useAnswerWhere(billsOne, 'stored.card', { id, revision })
  if (details === undefined) return undefined
  const [value, refused] =
    compared === null ? [card.value, card.refused] : [comparison.value, comparison.refused]
  if (refused.length > 0) return { finding: `It cannot be billed: ${reasonOf(refused)}`, months: [] }
  if (value === undefined) return undefined
  return 'focus' in value ? glanceOf(value, compared) : glanceOfCard(value)
}

const glanceOfCard = (card: Told<'stored.card'>): Glance => ({
  finding: cardInWords(card),
  months: card.months.map(({ total }) => total),
})

function glanceOf(comparison: Told<'analysis.compare'>, asked: Details['compared']): Glance {
  const { headline } = sentenceOf(comparison, {
    reach: null,
    pattern: asked?.pattern ?? { kind: 'flat' },
    overage: asked?.overage ?? true,
  })
  return { finding: `${headline}.`, months: comparison.focus.months.map(({ total }) => total) }
}
