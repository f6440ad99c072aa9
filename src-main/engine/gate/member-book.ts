import type { Member } from '#shared/account.ts'
import { type SeatsHeld, seatOf } from './seats.ts'
import { userOf } from './workspaces.ts'

/** The members of one workspace in the order they came, and the seats they hold. */
interface Home {
  readonly members: Map<string, Member>
  readonly held: { -readonly [Kind in keyof SeatsHeld]: SeatsHeld[Kind] }
}

/**
 * Members as they come, change and go, with what is asked about all of them kept as they do: an account may have as many
 * changes as members, and to look at every member for each would take the one times the other.
 */
export class MemberBook {
  readonly #homeOf: (member: Member) => string | null
  readonly #touched: Set<string> | null
  readonly #members = new Map<string, Member>()
  readonly #homes = new Map<string | null, Home>()
  readonly #users = new Map<string, Set<string>>()

  /**
   * `homeOf`: the workspace somebody is a member of, which stays the same; null where workspaces need no names. `touched`:
   * is told the id of everybody who comes, changes or goes; null where nobody asks.
   */
  constructor(
    members: readonly Member[],
    homeOf: (member: Member) => string | null,
    touched: Set<string> | null = null,
  ) {
    this.#homeOf = homeOf
    this.#touched = touched
    for (const member of members) this.put(member)
  }

  get(id: string): Member | undefined {
    return this.#members.get(id)
  }

  /** In the order they came. */
  all(): Iterable<Member> {
    return this.#members.values()
  }

  /** Those of one workspace, in the order they came. */
  at(workspace: string): readonly Member[] {
    return [...(this.#homes.get(workspace)?.members.values() ?? [])]
  }

  /** The memberships of a member's person, in the order they came. */
  *ofUser(member: Member): Iterable<Member> {
    for (const id of this.#users.get(userOf(member)) ?? []) {
      const found = this.#members.get(id)
      if (found !== undefined) yield found
    }
  }

  /** The seats that members hold in the workspaces that `isCounted`, and how many are locked there. */
  held(isCounted: (workspace: string | null) => boolean): SeatsHeld {
    let [full, basic, locked] = [0, 0, 0]
    for (const [workspace, { held }] of this.#homes) {
      if (!isCounted(workspace)) continue
      full += held.full
      basic += held.basic
      locked += held.locked
    }
    return { full, basic, locked }
  }

  /** Somebody new, or somebody known as they are from now on, in the place they have. */
  put(member: Member): void {
    const { members, held } = this.#home(this.#homeOf(member))
    const before = this.#members.get(member.id)
    if (before === undefined) this.#identities(member).add(member.id)
    else addSeat(held, before, -1)
    addSeat(held, member, 1)
    members.set(member.id, member)
    this.#members.set(member.id, member)
    this.#touched?.add(member.id)
  }

  /** Whether there was such a member. */
  remove(id: string): boolean {
    const member = this.#members.get(id)
    if (member === undefined) return false
    const { members, held } = this.#home(this.#homeOf(member))
    addSeat(held, member, -1)
    members.delete(id)
    this.#members.delete(id)
    this.#identities(member).delete(id)
    this.#touched?.add(id)
    return true
  }

  #home(workspace: string | null): Home {
    const known = this.#homes.get(workspace)
    if (known !== undefined) return known
    const home = { members: new Map<string, Member>(), held: { full: 0, basic: 0, locked: 0 } }
    this.#homes.set(workspace, home)
    return home
  }

  #identities(member: Member): Set<string> {
    const user = userOf(member)
    const known = this.#users.get(user)
    if (known !== undefined) return known
    const ids = new Set<string>()
    this.#users.set(user, ids)
    return ids
  }
}

/** Who is locked holds none. */
function addSeat(held: Home['held'], member: Member, seats: 1 | -1): void {
  held[member.locked ? 'locked' : seatOf(member)] += seats
}
