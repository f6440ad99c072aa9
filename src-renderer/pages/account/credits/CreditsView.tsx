import type { ResultSummary } from '#shared/open-result.ts'

/** Credits on hand, by grant layer. */
export function CreditsView({ opened }: { readonly opened: ResultSummary; readonly account: string | null }) {
  return <p>Credits of {opened.scenario}</p>
}
