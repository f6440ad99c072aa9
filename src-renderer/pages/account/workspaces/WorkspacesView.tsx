import type { ResultSummary } from '#shared/open-result.ts'

/** What each workspace uses of the shared pool and of the money. */
export function WorkspacesView({
  opened,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
}) {
  return <p>Workspaces of {opened.scenario}</p>
}
