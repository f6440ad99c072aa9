import type { ResultSummary } from '#shared/open-result.ts'

/** Who holds which seat, and who was stopped by what. */
export function SeatsView({ opened }: { readonly opened: ResultSummary; readonly account: string | null }) {
  return <p>Seats of {opened.scenario}</p>
}
