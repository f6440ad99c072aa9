import { useMemo } from 'react'
import type { DocumentSummary } from '#shared/library.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { credits } from '#renderer/format/figures.ts'
import { beyondCompare } from '#renderer/finding/beyond-compare.ts'
import type { Asked } from '#renderer/queries/questions.ts'
import { useAnswer } from './answers.ts'
import { compareInput } from './compare-input.ts'
import { inputsOf, wholeFigure } from './scenario-inputs.ts'

/** What a list says of a scenario beyond its name and dates. */
export interface Details {
  readonly catalog: string
  /** The catalogue's name where the scenario carries it itself. */
  readonly catalogName: string | null
  readonly plan: string
  readonly followsCheapest: boolean
  readonly usage: string
  readonly question: string
  readonly tags: readonly string[]
  /** What the Compare screen says of it is what stands out: its plan is not settled, and Compare leaves nothing of it out. */
  readonly compared: Asked<'analysis.compare'> | null
}

function detailsOf(content: WindowContent): Details {
  const { scenario, shows, about } = content
  const { catalog, plan, usage } = scenario
  return {
    catalog: typeof catalog === 'string' ? catalog : catalog.id,
    catalogName: typeof catalog === 'string' ? null : catalog.name,
    plan,
    followsCheapest: shows === 'cheapest',
    usage: usageInWords(usage),
    question: about?.question ?? '',
    tags: about?.tags ?? NO_TAGS,
    compared: comparedAs(content),
  }
}

const NO_TAGS: readonly string[] = []

function comparedAs(content: WindowContent): Details['compared'] {
  const monthly = wholeFigure(content.scenario.usage)
  if (content.shows === 'plan' || monthly === null || beyondCompare(content.scenario) !== null) return null
  return compareInput(inputsOf(content, monthly))
}

function usageInWords(usage: WindowContent['scenario']['usage']): string {
  switch (usage.kind) {
    case 'pattern':
      return credits(usage.monthly)
    case 'series':
      return `${String(usage.credits.length)} months`
    case 'streams':
      return `${String(usage.streams.length)} streams`
  }
}

/** The contents of a row on screen: a revision never changes, so each is read once. */
export function useDetails({ id, revision }: DocumentSummary): Details | undefined {
  const { value } = useAnswer('library.revision', { id, revision })
  return useMemo(() => (value?.kind === 'scenario' ? detailsOf(value.content) : undefined), [value])
}
