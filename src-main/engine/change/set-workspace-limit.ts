import type { ChangeKind } from './change-kind.ts'
import { NOBODY_NAMED } from './nobody-named.ts'

/** The credits a workspace may use each period. */
export const setWorkspaceLimit: ChangeKind<'setWorkspaceLimit'> = {
  subject: () => ({ kind: 'workspaceLimit' }),
  carryOut({ gatekeeper }, _at, { workspace, limit }) {
    if (gatekeeper === null) return NOBODY_NAMED
    return gatekeeper.workspaces?.setLimit(workspace, limit) ?? null
  },
}
