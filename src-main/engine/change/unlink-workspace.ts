import { NO_WORKSPACES } from '../gate/workspaces.ts'
import { type ChangeKind, theSubscription } from './change-kind.ts'

/** The workspace is billed by itself from now on, or is gone. Source: seed 000. */
export const unlinkWorkspace: ChangeKind<'unlinkWorkspace'> = {
  subject: theSubscription,
  carryOut({ gatekeeper, recorder }, at, { workspace, afterwards }) {
    const workspaces = gatekeeper?.workspaces ?? null
    if (gatekeeper === null || workspaces === null) return NO_WORKSPACES
    const problem = workspaces.unlinkProblem(workspace)
    if (problem !== null) return problem
    const members = gatekeeper.members.unlink(workspace, afterwards.kind)
    recorder?.workspaceUnlinked(at, { workspace, afterwards, members })
    return null
  },
}
