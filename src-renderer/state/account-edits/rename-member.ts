import type { AccountChange, Member } from '#shared/account.ts'
import type { WindowAccount } from '../draft.ts'
import { type MemberAt, placesOf } from './members.ts'

/**
 * The account with a member renamed, and with it whatever names that member: groups, keys, usage, dated changes, and
 * further memberships of the same person. Where another member has the old name too, all of that stays with the other.
 * Usage events, which are with the store, keep the old name.
 */
export function renameMember(account: WindowAccount, at: MemberAt, to: string): WindowAccount {
  const [place] = placesOf(account.members, [at])
  if (place === undefined || at.id === to) return account
  const from = at.id
  const members = account.members.map((member, index) => (index === place ? { ...member, id: to } : member))
  if (members.some(({ id }) => id === from)) return { ...account, members }
  const { usage } = account
  const renamed = <T extends { readonly member?: string | undefined }>(item: T): T =>
    item.member === from ? { ...item, member: to } : item
  return {
    ...account,
    members: members.map((member) => samePerson(member, from, to)),
    groups: account.groups.map((group) =>
      group.members.includes(from)
        ? { ...group, members: group.members.map((name) => (name === from ? to : name)) }
        : group,
    ),
    apiKeys: account.apiKeys.map(renamed),
    changes: account.changes.map((change) => renamedIn(change, from, to)),
    usage: usage.kind === 'streams' ? { ...usage, streams: usage.streams.map(renamed) } : usage,
  }
}

/** A membership of a person who is known by the id of another one. */
const samePerson = (member: Member, from: string, to: string): Member =>
  member.user === from ? { ...member, user: to } : member

function renamedIn(change: AccountChange, from: string, to: string): AccountChange {
  const asked = change.by === from ? { ...change, by: to } : change
  if (asked.kind === 'inviteMember') {
    const member = samePerson(asked.member, from, to)
    return { ...asked, member: member.id === from ? { ...member, id: to } : member }
  }
  return 'member' in asked && asked.member === from ? { ...asked, member: to } : asked
}
