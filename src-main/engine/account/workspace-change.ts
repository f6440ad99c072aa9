import type { AccountChange } from '#shared/account.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Account } from './account.ts'

type Unlinking = Extract<AccountChange, { kind: 'unlinkWorkspace' }>

const NO_WORKSPACES = 'The scenario names no workspaces.'

/** The workspace shares the pool, the plan and the invoice from now on. Source: seed 000. */
export function linkWorkspace(account: Account, at: Instant, workspace: string): string | null {
  const { gatekeeper, plan, pending, recorder } = account
  const workspaces = gatekeeper?.workspaces ?? null
  if (gatekeeper === null || workspaces === null) return NO_WORKSPACES
  if (!workspaces.isOn(plan)) return `${plan.name} has no consolidated billing.`
  const isLeaving =
    pending?.kind === 'cancel' || (pending?.kind === 'changePlan' && !workspaces.isOn(pending.next.plan))
  if (isLeaving) return 'The account is about to leave its plan. Take that back first.'
  const problem = gatekeeper.members.link(workspace)
  if (problem === null) recorder?.workspaceLinked(at, workspace)
  return problem
}

/** The workspace is billed by itself from now on, or is gone. Source: seed 000. */
export function unlinkWorkspace(
  account: Account,
  at: Instant,
  { workspace, afterwards }: Unlinking,
): string | null {
  const { gatekeeper, recorder } = account
  const workspaces = gatekeeper?.workspaces ?? null
  if (gatekeeper === null || workspaces === null) return NO_WORKSPACES
  const problem = workspaces.unlinkProblem(workspace)
  if (problem !== null) return problem
  const members = gatekeeper.members.unlink(workspace, afterwards.kind)
  recorder?.workspaceUnlinked(at, { workspace, afterwards, members })
  return null
}

/**
 * Why the account cannot leave for a plan: the subscription is that of every linked workspace, and not every plan
 * has consolidated billing. `plan` is null for a cancellation. Source: seed 000.
 */
export function leavingProblem({ gatekeeper, terms }: Account, id: string | null): string | null {
  const workspaces = gatekeeper?.workspaces ?? null
  if (workspaces === null || !workspaces.isConsolidated) return null
  const plan = terms.ladder.find((candidate) => candidate.id === id)
  if (id !== null && (plan === undefined || workspaces.isOn(plan))) return null
  return `${plan?.name ?? 'The free plan'} has no consolidated billing. Unlink the reporting workspaces first.`
}
