import type { ResultSummary } from '#shared/open-result.ts'

/** What each month costs, stacked by kind, and when credits run out. */
export function TimelineView({
  opened,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
}) {
  return <p>Timeline of {opened.scenario}</p>
}
