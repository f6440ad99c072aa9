import type { UsageStream } from '#shared/usage.ts'
import { modelKey, type ModelChoice, unknownChoice } from '#renderer/finding/models.ts'

/** What streams use, each product and model once, in their order. */
export function usedIn(
  streams: readonly UsageStream[],
  choices: readonly ModelChoice[],
): readonly ModelChoice[] {
  const known = new Map(choices.map((choice) => [choice.key, choice]))
  const used = new Map<string, ModelChoice>()
  for (const { product, model } of streams) {
    const key = modelKey(product, model)
    if (!used.has(key)) used.set(key, known.get(key) ?? unknownChoice(product, model))
  }
  return [...used.values()]
}

/** The other models of a product that have a price on the plan. */
export const otherModels = (
  { product, model }: ModelChoice,
  choices: readonly ModelChoice[],
): readonly ModelChoice[] =>
  choices.filter((choice) => choice.product === product && choice.model !== model && choice.why === null)
