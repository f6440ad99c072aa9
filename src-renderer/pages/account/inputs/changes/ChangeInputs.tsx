import { useAccount } from '#renderer/state/draft.ts'

/** Dated changes of the account. */
export function ChangeInputs() {
  const account = useAccount()
  return account === null ? null : <p>Dated changes</p>
}
