import type { WindowAccount } from '../draft.ts'
import { type MemberAt, placesOf } from './members.ts'

const idsAt = ({ members }: WindowAccount, at: readonly MemberAt[]): readonly string[] => [
  ...new Set([...placesOf(members, at)].flatMap((place) => members[place]?.id ?? [])),
]

/** The account with members in a billing group beside those they are in; a group that is new has no limit. */
export function putInGroup(account: WindowAccount, at: readonly MemberAt[], group: string): WindowAccount {
  return joinGroup(account, idsAt(account, at), group)
}

/** The same for members by their ids. */
export function joinGroup(account: WindowAccount, ids: readonly string[], group: string): WindowAccount {
  const found = account.groups.find(({ id }) => id === group)
  const inIt = new Set(found?.members)
  const joining = ids.filter((id) => !inIt.has(id))
  if (joining.length === 0) return account
  if (!found) return { ...account, groups: [...account.groups, { id: group, members: joining, limit: null }] }
  const joined = { ...found, members: [...found.members, ...joining] }
  return { ...account, groups: account.groups.map((each) => (each === found ? joined : each)) }
}

/** The account with members in that billing group and no other; null for none. */
export function putInGroupOnly(
  account: WindowAccount,
  at: readonly MemberAt[],
  group: string | null,
): WindowAccount {
  const ids = idsAt(account, at)
  const leaving = new Set(ids)
  const groups = account.groups.map((each) =>
    each.id !== group && each.members.some((name) => leaving.has(name))
      ? { ...each, members: each.members.filter((name) => !leaving.has(name)) }
      : each,
  )
  const isSame = groups.every((each, place) => each === account.groups[place])
  const left = isSame ? account : { ...account, groups }
  return group === null ? left : joinGroup(left, ids, group)
}
