import type { ResultSummary } from '#shared/open-result.ts'

/** Every movement of credits and money. */
export function LedgerView({ opened }: { readonly opened: ResultSummary; readonly account: string | null }) {
  return <p>Ledger of {opened.scenario}</p>
}
