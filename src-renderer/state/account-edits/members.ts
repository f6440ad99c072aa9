import type { Member, SeatType } from '#shared/account.ts'
import type { WindowAccount } from '../draft.ts'

/** A member as a list shows one, for two may share an id until one of them is renamed. */
export interface MemberAt {
  readonly id: string
  readonly place: number
}

/** Where those members are in a list that may have moved since: at their place, or else the first of their id. */
export function placesOf(members: readonly Member[], at: readonly MemberAt[]): ReadonlySet<number> {
  return new Set(
    at.flatMap(({ id, place }) => {
      if (members[place]?.id === id) return [place]
      const moved = members.findIndex((member) => member.id === id)
      return moved < 0 ? [] : [moved]
    }),
  )
}

/** The account with some members changed; the very same one where none is. */
export function changeMembers(
  account: WindowAccount,
  at: readonly MemberAt[],
  change: (member: Member) => Member,
): WindowAccount {
  const places = placesOf(account.members, at)
  const members = account.members.map((member, place) => (places.has(place) ? change(member) : member))
  return members.every((member, place) => member === account.members[place])
    ? account
    : { ...account, members }
}

/** An admin keeps the Full seat: no admin holds another. Source: seed 001. */
export const withSeat =
  (seat: SeatType) =>
  (member: Member): Member =>
    member.seat === seat || (member.role === 'admin' && seat === 'basic') ? member : { ...member, seat }

/** Who becomes an admin is given a Full seat with it. */
export const withRole =
  (role: Member['role']) =>
  (member: Member): Member =>
    member.role === role ? member : { ...member, role, seat: role === 'admin' ? 'full' : member.seat }

export const withLock =
  (locked: boolean) =>
  (member: Member): Member =>
    member.locked === locked ? member : { ...member, locked }

/** The account with members at its end; the very same one where there are none. */
export const addMembers = (account: WindowAccount, members: readonly Member[]): WindowAccount =>
  members.length === 0 ? account : { ...account, members: [...account.members, ...members] }

/** A person as one joins an account: no admin, not locked, in the billing workspace. */
export const newMember = (id: string, seat: SeatType): Member => ({ id, role: 'member', seat, locked: false })

/** So many people of each seat, who are called by one name and a number. */
export interface Numbered {
  readonly full: number
  readonly basic: number
  readonly prefix: string
}

/** So many people, those with Full seats first: `Person 1`, `Person 2` and so on, with names that nobody has. */
export function numberedMembers(
  taken: ReadonlySet<string>,
  { full, basic, prefix }: Numbered,
): readonly Member[] {
  const made: Member[] = []
  for (let number = 1; made.length < full + basic; number++) {
    const id = `${prefix} ${String(number)}`
    if (!taken.has(id)) made.push(newMember(id, made.length < full ? 'full' : 'basic'))
  }
  return made
}
