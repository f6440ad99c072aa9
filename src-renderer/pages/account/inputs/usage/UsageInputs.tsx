import { useAccount } from '#renderer/state/draft.ts'

/** Usage of the account. */
export function UsageInputs() {
  const account = useAccount()
  return account === null ? null : <p>Usage</p>
}
