import type { AccountChange } from '#shared/account.ts'
import type { Account } from '../account/account.ts'
import type { DatedChange } from '../account/account-terms.ts'
import type { Instant } from '../calendar/civil.ts'
import { askingProblem } from './asking.ts'
import type { ChangeOf, Kind } from './change-kind.ts'
import { CHANGES } from './registry.ts'

/** Makes a change to an account on its day; a refusal leaves everything as it was and is told. */
export function applyChange(account: Account, { at, index, change }: DatedChange): void {
  const refusal = askingRefused(account, change) ?? carryOut(change.kind, account, at, change)
  if (refusal !== null) account.recorder?.refused(at, index, refusal)
  else account.tellSeats(at)
}

const askingRefused = ({ gatekeeper }: Account, change: AccountChange): string | null =>
  gatekeeper === null ? null : askingProblem(change, gatekeeper.members)

const carryOut = <K extends Kind>(
  kind: K,
  account: Account,
  at: Instant,
  change: ChangeOf<K>,
): string | null => CHANGES[kind].carryOut(account, at, change)
