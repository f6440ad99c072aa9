import type { WorkspaceView } from '#shared/open-result.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { billingView, reportingView } from '../consolidation/workspace-views.ts'
import type { AccountOfRun } from './account-of-run.ts'

/** What a workspace sees of an account that it shares, whichever kind of workspace it is. */
export function workspaceView(account: AccountOfRun, workspace: string): Result<WorkspaceView> {
  const isBilling = account.workspaces.some(({ id, kind }) => id === workspace && kind === 'billing')
  if (isBilling) {
    const view = billingView(account)
    return view.ok ? succeed({ kind: 'billing', ...view.value }) : view
  }
  const view = reportingView(account, workspace)
  return view.ok ? succeed({ kind: 'reporting', ...view.value }) : view
}
