import type { CustomGrant } from '#shared/grants.ts'
import type { WindowAccount } from '../draft.ts'
import { freeName } from '../free-name.ts'

/** A gift of credits more, from the account's first day. */
export function addGrant(account: WindowAccount): WindowAccount {
  const ids = new Set(account.grants.map(({ id }) => id))
  const grant: CustomGrant = {
    id: freeName('Gift', ids),
    source: 'gift',
    amount: '10000',
    priority: 0,
    start: account.start,
  }
  return { ...account, grants: [...account.grants, grant] }
}

export const changeGrant = (
  account: WindowAccount,
  place: number,
  change: Partial<CustomGrant>,
): WindowAccount => ({
  ...account,
  grants: account.grants.map((grant, at) => (at === place ? { ...grant, ...change } : grant)),
})

export const removeGrant = (account: WindowAccount, place: number): WindowAccount => ({
  ...account,
  grants: account.grants.filter((_grant, at) => at !== place),
})
