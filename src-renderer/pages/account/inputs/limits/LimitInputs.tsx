import { useAccount } from '#renderer/state/draft.ts'

/** Groups and keys of the account. */
export function LimitInputs() {
  const account = useAccount()
  return account === null ? null : <p>Groups and keys</p>
}
