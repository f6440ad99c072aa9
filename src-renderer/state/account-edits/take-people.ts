import type { Member, SeatType } from '#shared/account.ts'
import type { WindowAccount } from '../draft.ts'
import { joinGroup } from './groups.ts'
import { addMembers, newMember, withRole, withSeat } from './members.ts'
import { setOwnUsages, type UsedAs } from './own-usage.ts'
import { addWorkspacesNamed, type Where } from './workspaces.ts'

/** A person as a list from elsewhere tells of one; what it does not say is left out. */
export interface TakenPerson {
  readonly id: string
  readonly seat?: SeatType
  readonly role?: Member['role']
  readonly workspace?: string
  /** A month, in the unit of what is used. */
  readonly usage?: string
  readonly team?: string
}

/** How a list is taken in. */
export interface Taking {
  /** The seat of new people of whom the list says none. */
  readonly seat: SeatType
  /** Whether teams become billing groups. */
  readonly teams: boolean
  /** Workspaces to be made for those who are in them; null where the vendor has none to make. */
  readonly making: { readonly names: readonly string[]; readonly where: Where } | null
  /**
   * What usage is of that somebody did not have yet; null for nothing that could be used. Where usage is set as a
   * whole, that of the people takes its place.
   */
  readonly usedAs: UsedAs | null
}

/** The account with a list of people: those it has are changed in what the list says of them, the others are added. */
export function takePeople(
  account: WindowAccount,
  people: readonly TakenPerson[],
  { seat, teams, making, usedAs }: Taking,
): WindowAccount {
  const housed = making === null ? account : addWorkspacesNamed(account, making.names, making.where)
  const listed = new Map(people.map((person) => [person.id, person]))
  const known = new Set(housed.members.map(({ id }) => id))
  const members = housed.members.map((member) => {
    const person = listed.get(member.id)
    return person ? told(member, person) : member
  })
  const changed = members.some((member, place) => member !== housed.members[place])
  const joined = addMembers(
    changed ? { ...housed, members } : housed,
    people.filter(({ id }) => !known.has(id)).map((person) => told(newMember(person.id, seat), person)),
  )
  const used = people.flatMap(({ id, usage }) => (usage === undefined ? [] : ([[id, usage]] as const)))
  const inGroups = teams ? inTeams(joined, people) : joined
  if (used.length === 0 || (usedAs === null && housed.usage.kind !== 'streams')) return inGroups
  return setOwnUsages(byPerson(inGroups), used, usedAs)
}

function told(member: Member, { seat, role, workspace }: TakenPerson): Member {
  const ranked = role === undefined ? member : withRole(role)(member)
  const seated = seat === undefined ? ranked : withSeat(seat)(ranked)
  return workspace === undefined || seated.workspace === workspace ? seated : { ...seated, workspace }
}

function inTeams(account: WindowAccount, people: readonly TakenPerson[]): WindowAccount {
  const teams = new Map<string, string[]>()
  for (const { id, team } of people) {
    if (team === undefined) continue
    const members = teams.get(team)
    if (members) members.push(id)
    else teams.set(team, [id])
  }
  return [...teams].reduce((grouped, [team, ids]) => joinGroup(grouped, ids, team), account)
}

const byPerson = (account: WindowAccount): WindowAccount =>
  account.usage.kind === 'streams' ? account : { ...account, usage: { kind: 'streams', streams: [] } }
