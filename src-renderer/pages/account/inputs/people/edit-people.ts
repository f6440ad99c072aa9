import type { Member, SeatType } from '#shared/account.ts'
import { credits, plural } from '#renderer/format/figures.ts'
import { putInGroup, putInGroupOnly } from '#renderer/state/account-edits/groups.ts'
import {
  addMembers,
  changeMembers,
  type MemberAt,
  newMember,
  type Numbered,
  numberedMembers,
  withLock,
  withRole,
  withSeat,
} from '#renderer/state/account-edits/members.ts'
import { setOwnUsage, type UsedAs } from '#renderer/state/account-edits/own-usage.ts'
import { removeMembers } from '#renderer/state/account-edits/remove-members.ts'
import { renameMember } from '#renderer/state/account-edits/rename-member.ts'
import { takePeople, type TakenPerson, type Taking } from '#renderer/state/account-edits/take-people.ts'
import { moveToWorkspace } from '#renderer/state/account-edits/move-to-workspace.ts'
import { asStreams } from '#renderer/state/account-edits/usage-kinds.ts'
import { editAccount } from '#renderer/state/draft.ts'
import { editThroughout } from '#renderer/state/edit-throughout.ts'
import { bySeatInWords, whoInWords } from './person-facts.ts'

/*
 * The edits of people, with the names under which they can be taken back.
 */

const SEAT_NAMES: Readonly<Record<SeatType, string>> = { full: 'Full', basic: 'Basic' }

const who = (at: readonly MemberAt[]): string => whoInWords(at.map(({ id }) => id))

/** So that going to and fro is one edit, by what it came to. */
const of = (what: string, at: readonly MemberAt[]): string =>
  `${what} of ${at.map(({ id, place }) => `${String(place)} ${id}`).join(', ')}`

export const rename = (at: MemberAt, to: string): void =>
  editThroughout(`Rename ${at.id} to ${to}`, (account) => renameMember(account, at, to))

export const setSeat = (at: readonly MemberAt[], seat: SeatType): void =>
  editAccount(
    at.length === 1
      ? `Give ${who(at)} a ${SEAT_NAMES[seat]} seat`
      : `Give ${who(at)} ${SEAT_NAMES[seat]} seats`,
    (account) => changeMembers(account, at, withSeat(seat)),
    of('seat', at),
  )

export const setRole = (at: readonly MemberAt[], role: Member['role']): void =>
  editAccount(
    `Make ${who(at)} ${role === 'admin' ? 'admin' : 'member'}`,
    (account) => changeMembers(account, at, withRole(role)),
    of('role', at),
  )

export const setLocked = (at: readonly MemberAt[], locked: boolean): void =>
  editAccount(
    `${locked ? 'Lock' : 'Unlock'} ${who(at)}`,
    (account) => changeMembers(account, at, withLock(locked)),
    of('lock', at),
  )

export const setWorkspace = (at: readonly MemberAt[], workspace: string): void =>
  editAccount(
    `Move ${who(at)} to ${workspace}`,
    (account) => moveToWorkspace(account, at, workspace),
    of('workspace', at),
  )

export const addToGroup = (at: readonly MemberAt[], group: string): void =>
  editAccount(`Put ${who(at)} in ${group}`, (account) => putInGroup(account, at, group))

export const setGroup = (at: readonly MemberAt[], group: string | null): void =>
  editAccount(
    group === null ? `Take ${who(at)} out of all groups` : `Put ${who(at)} in ${group} only`,
    (account) => putInGroupOnly(account, at, group),
    of('group', at),
  )

export const usageLabel = (id: string, monthly: string | null): string =>
  monthly === null ? `Take out the usage of ${id}` : `Set the usage of ${id} to ${credits(monthly)}`

export const setUsage = ({ id }: MemberAt, monthly: string | null, as: UsedAs | null): void =>
  editAccount(usageLabel(id, monthly), (account) => setOwnUsage(account, id, monthly, as), `usage of ${id}`)

/** The same where all that was used before was an example. */
export const setFirstUsage = ({ id }: MemberAt, monthly: string | null, as: UsedAs | null): void =>
  editAccount(usageLabel(id, monthly), (account) =>
    setOwnUsage(asStreams(account, '0', null), id, monthly, as),
  )

export const remove = (at: readonly MemberAt[]): void =>
  editThroughout(`Remove ${who(at)}`, (account) => removeMembers(account, at))

export const addOne = (id: string): void =>
  editAccount(`Add ${id}`, (account) => addMembers(account, [newMember(id, 'basic')]))

export const addMany = (many: Numbered): void =>
  editAccount(`Add ${bySeatInWords(many)}`, (account) =>
    addMembers(account, numberedMembers(new Set(account.members.map(({ id }) => id)), many)),
  )

export const take = (people: readonly TakenPerson[], as: Taking): void =>
  editAccount(`Paste ${plural(people.length, 'person', 'people')}`, (account) =>
    takePeople(account, people, as),
  )
