import { useAccount } from '#renderer/state/draft.ts'
import { GroupTable } from './GroupTable.tsx'
import { KeyTable } from './KeyTable.tsx'

/** What groups of people and keys may use, and whom keys belong to. */
export function LimitInputs() {
  const account = useAccount()
  if (account === null) return null
  return (
    <>
      <GroupTable account={account} />
      <KeyTable account={account} />
    </>
  )
}
