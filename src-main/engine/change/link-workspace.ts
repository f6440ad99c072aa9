import { NO_WORKSPACES } from '../gate/workspaces.ts'
import { type ChangeKind, theSubscription } from './change-kind.ts'

/** The workspace shares the pool, the plan and the invoice from now on. Source: seed 000. */
export const linkWorkspace: ChangeKind<'linkWorkspace'> = {
  subject: theSubscription,
  carryOut({ gatekeeper, plan, pending, recorder }, at, { workspace }) {
    const workspaces = gatekeeper?.workspaces ?? null
    if (gatekeeper === null || workspaces === null) return NO_WORKSPACES
    if (!workspaces.isOn(plan)) return `${plan.name} has no consolidated billing.`
    const isLeaving =
      pending?.kind === 'cancel' || (pending?.kind === 'changePlan' && !workspaces.isOn(pending.next.plan))
    if (isLeaving) return 'The account is about to leave its plan. Take that back first.'
    const problem = gatekeeper.members.link(workspace)
    if (problem === null) recorder?.workspaceLinked(at, workspace)
    return problem
  },
}
