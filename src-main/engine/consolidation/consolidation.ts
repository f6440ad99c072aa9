import type { BilledAccount, RunResult } from '#shared/run-result.ts'
import type { WorkspaceResult } from '#shared/workspace-result.ts'
import { instantText, parseDate } from '../calendar/civil.ts'
import { linkedAtStart } from '../usage/home-workspace.ts'
import type { CostRecord } from '../report/cost-record.ts'
import { type Origin, separateAccounts } from './separate-accounts.ts'
import { workspaceBreakdown } from './workspace-breakdown.ts'
import type { LinkMove, WorkspaceWriter } from './workspace-writer.ts'

type Consolidated = Pick<RunResult, 'workspaces' | 'byWorkspace' | 'separateAccounts'>

export const UNCONSOLIDATED: Consolidated = { workspaces: [], byWorkspace: [], separateAccounts: [] }

/** What a run says of its workspaces. Source: seed 000. */
export function consolidated(
  origin: Omit<Origin, 'refused'>,
  billed: BilledAccount,
  { moves }: WorkspaceWriter,
  costs: CostRecord,
): Consolidated {
  const { scenario, terms } = origin
  const workspaces = workspaceResults(scenario, moves)
  const refused = new Set(billed.refusals.map(({ path }) => Number(path.replace('changes.', ''))))
  return {
    workspaces,
    byWorkspace: workspaceBreakdown({
      costs,
      invoices: billed.invoices,
      workspaces: workspaces.map(({ id }) => id),
      minor: terms.plan.minor,
    }),
    separateAccounts: separateAccounts({ ...origin, refused }, moves),
  }
}

/** Which workspaces an account has, the billing one first, and when each was linked. Source: seed 000. */
export function workspaceResults(
  scenario: Origin['scenario'],
  moves: readonly LinkMove[],
): RunResult['workspaces'] {
  const linked = linkedAtStart(scenario)
  const movesOf = Map.groupBy(moves, ({ workspace }) => workspace)
  return scenario.workspaces
    .toSorted((a, b) => rankOf(a.kind) - rankOf(b.kind))
    .map((workspace) =>
      workspaceResult(scenario.start, workspace, linked.has(workspace.id), movesOf.get(workspace.id) ?? []),
    )
}

const rankOf = (kind: WorkspaceResult['kind']): number => (kind === 'billing' ? 0 : 1)

/** `moves`: those of this workspace. */
function workspaceResult(
  start: string,
  { id, name, kind, environment }: Origin['scenario']['workspaces'][number],
  isLinkedAtStart: boolean,
  moves: readonly LinkMove[],
): WorkspaceResult {
  const linked: WorkspaceResult['linked'] = isLinkedAtStart
    ? [{ from: instantText(parseDate(start)), to: null }]
    : []
  let afterwards: WorkspaceResult['afterwards'] = null
  for (const move of moves) {
    const last = linked.at(-1)
    if (move.kind === 'linked') linked.push({ from: instantText(move.at), to: null })
    else if (last !== undefined) last.to = instantText(move.at)
    afterwards = move.kind === 'linked' ? null : move.departure.afterwards.kind
  }
  return { id, name: name ?? id, kind, environment, linked, afterwards }
}
