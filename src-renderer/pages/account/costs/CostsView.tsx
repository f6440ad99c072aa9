import type { ResultSummary } from '#shared/open-result.ts'

/** Who and what caused the costs. */
export function CostsView({ opened }: { readonly opened: ResultSummary; readonly account: string | null }) {
  return <p>Costs of {opened.scenario}</p>
}
