import type { DocumentSummary } from '#shared/library.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { credits } from '#renderer/format/figures.ts'
import { useAnswer } from './answers.ts'

/** What a list says of a scenario beyond its name and dates. */
export interface Details {
  readonly catalog: string
  /** The catalogue's name where the scenario carries it itself. */
  readonly catalogName: string | null
  readonly plan: string
  readonly followsCheapest: boolean
  readonly usage: string
}

function detailsOf({ scenario, shows }: WindowContent): Details {
  const { catalog, plan, usage } = scenario
  return {
    catalog: typeof catalog === 'string' ? catalog : catalog.id,
    catalogName: typeof catalog === 'string' ? null : catalog.name,
    plan,
    followsCheapest: shows === 'cheapest',
    usage: usageInWords(usage),
  }
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
  return value?.kind === 'scenario' ? detailsOf(value.content) : undefined
}
