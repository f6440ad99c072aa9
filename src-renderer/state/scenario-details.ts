import { useEffect } from 'react'
import { create } from 'zustand'
import type { DocumentSummary, ScenarioContent } from '#shared/library.ts'
import { credits } from '#renderer/format/figures.ts'
import { fetchScenario } from './open-scenario.ts'

/** What a list says of a scenario beyond its name and dates. */
export interface Details {
  readonly catalog: string
  /** The catalogue's name where the scenario carries it itself. */
  readonly catalogName: string | null
  readonly plan: string
  readonly followsCheapest: boolean
  readonly usage: string
}

const keyOf = ({ id, revision }: DocumentSummary): string => `${id} ${String(revision)}`

const useKnown = create<Readonly<Record<string, Details>>>(() => ({}))
const asked = new Set<string>()

function detailsOf({ scenario, shows }: ScenarioContent): Details {
  const { catalog, plan, usage } = scenario
  return {
    catalog: typeof catalog === 'string' ? catalog : catalog.id,
    catalogName: typeof catalog === 'string' ? null : catalog.name,
    plan,
    followsCheapest: shows === 'cheapest',
    usage: usageInWords(usage),
  }
}

function usageInWords(usage: ScenarioContent['scenario']['usage']): string {
  switch (usage.kind) {
    case 'pattern':
      return credits(usage.monthly)
    case 'series':
      return `${String(usage.credits.length)} months`
    case 'streams':
      return `${String(usage.streams.length)} streams`
  }
}

/** Reads the contents of the rows on screen, each revision once. */
export function useDetails(rows: readonly DocumentSummary[]): (row: DocumentSummary) => Details | undefined {
  const known = useKnown()
  useEffect(() => {
    for (const row of rows) {
      const key = keyOf(row)
      if (asked.has(key)) continue
      asked.add(key)
      void fetchScenario(row.id).then((document) => {
        if (document) useKnown.setState({ [keyOf(document)]: detailsOf(document.content) })
        else asked.delete(key)
      })
    }
  }, [rows])
  return (row) => known[keyOf(row)]
}
