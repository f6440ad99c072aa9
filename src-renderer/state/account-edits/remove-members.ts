import type { AccountChange } from '#shared/account.ts'
import type { WindowAccount } from '../draft.ts'
import { type MemberAt, placesOf } from './members.ts'

/** How much else of an account names some of its members. */
export interface Mentions {
  readonly groups: number
  readonly apiKeys: number
  /** Of modelled usage, by themselves or with a key of theirs. */
  readonly streams: number
  /** Dated changes that are about them or about a key of theirs, or that they ask for. */
  readonly changes: number
}

/** The names that nobody has any more without those members, and the keys that go with them. */
function goneWith(account: WindowAccount, at: readonly MemberAt[]) {
  const places = placesOf(account.members, at)
  const left = account.members.filter((_, place) => !places.has(place))
  const stay = new Set(left.map(({ id }) => id))
  const gone = new Set(account.members.flatMap(({ id }) => (stay.has(id) ? [] : [id])))
  const isOf = ({ member }: { readonly member?: string | undefined }) =>
    member !== undefined && gone.has(member)
  const keys = new Set(account.apiKeys.filter(isOf).map(({ id }) => id))
  const isByThem = (use: { readonly member?: string | undefined; readonly apiKey?: string | undefined }) =>
    isOf(use) || (use.apiKey !== undefined && keys.has(use.apiKey))
  return { left, gone, keys, isOf, isByThem, isNamedIn: (change: AccountChange) => names(change, gone, keys) }
}

function names(change: AccountChange, members: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  if (change.by !== undefined && members.has(change.by)) return true
  if (change.kind === 'inviteMember') return members.has(change.member.id)
  if ('member' in change) return members.has(change.member)
  return 'apiKey' in change && keys.has(change.apiKey)
}

/** What names some members, and goes with them. */
export function mentionsOf(account: WindowAccount, at: readonly MemberAt[]): Mentions {
  const { gone, isOf, isByThem, isNamedIn } = goneWith(account, at)
  return {
    groups: account.groups.filter((group) => group.members.some((name) => gone.has(name))).length,
    apiKeys: account.apiKeys.filter(isOf).length,
    streams: account.usage.kind === 'streams' ? account.usage.streams.filter(isByThem).length : 0,
    changes: account.changes.filter(isNamedIn).length,
  }
}

/**
 * The account without some members and without what names them: their places in groups, their keys, their usage and
 * dated changes about them. What names a member of whom there is another one of the same name stays with that one.
 */
export function removeMembers(account: WindowAccount, at: readonly MemberAt[]): WindowAccount {
  const { left, gone, keys, isOf, isByThem, isNamedIn } = goneWith(account, at)
  if (left.length === account.members.length) return account
  const { usage } = account
  return {
    ...account,
    members: left,
    groups: account.groups.map((group) => ({
      ...group,
      members: group.members.filter((name) => !gone.has(name)),
      ...(group.apiKeys ? { apiKeys: group.apiKeys.filter((key) => !keys.has(key)) } : {}),
    })),
    apiKeys: account.apiKeys.filter((key) => !isOf(key)),
    changes: account.changes.filter((change) => !isNamedIn(change)),
    usage:
      usage.kind === 'streams'
        ? { ...usage, streams: usage.streams.filter((stream) => !isByThem(stream)) }
        : usage,
  }
}
