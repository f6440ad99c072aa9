import type { ResultSummary } from '#shared/open-result.ts'

/** Every invoice, with its working. */
export function InvoicesView({
  opened,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
}) {
  return <p>Invoices of {opened.scenario}</p>
}
