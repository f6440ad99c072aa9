import { useAccount } from '#renderer/state/draft.ts'

/** Workspaces of the account. */
export function WorkspaceInputs() {
  const account = useAccount()
  return account === null ? null : <p>Workspaces</p>
}
