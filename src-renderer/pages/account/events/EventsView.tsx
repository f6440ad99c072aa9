import type { ResultSummary } from '#shared/open-result.ts'

/** What the account would be told. */
export function EventsView({ opened }: { readonly opened: ResultSummary; readonly account: string | null }) {
  return <p>Events of {opened.scenario}</p>
}
