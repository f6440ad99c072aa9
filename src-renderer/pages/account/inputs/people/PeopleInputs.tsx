import { useAccount } from '#renderer/state/draft.ts'

/** People of the account. */
export function PeopleInputs() {
  const account = useAccount()
  return account === null ? null : <p>People</p>
}
