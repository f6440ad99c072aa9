import type { ResultSummary } from '#shared/open-result.ts'

/** This account beside others like it. */
export function VariantsView({
  opened,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
}) {
  return <p>Variants of {opened.scenario}</p>
}
