import { useAccount } from '#renderer/state/draft.ts'

/** Plan and terms of the account. */
export function TermsInputs() {
  const account = useAccount()
  return account === null ? null : <p>Plan and terms</p>
}
