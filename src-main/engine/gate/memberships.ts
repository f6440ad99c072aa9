import type { AfterUnlinking, Member } from '#shared/account.ts'
import type { SeatHeld } from '#shared/seat-report.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Reseated } from '../record/seating.ts'
import { seatLimitsOf } from './seat-limits.ts'
import { MemberBook } from './member-book.ts'
import { removalProblem, type SeatLimits, seatOf, type SeatsHeld, seatProblem } from './seats.ts'
import type { Workspaces } from './workspaces.ts'

/** Who is a member of an account, and whether everybody has a seat. Sources: seeds 000 and 001. */
export class Memberships {
  #seats: SeatLimits
  readonly #members: MemberBook
  readonly #workspaces: Workspaces | null
  /** Whose seat may be another one than it was; null where nobody asks. */
  readonly #touched: Set<string> | null

  /** `isWatched`: whether somebody asks for `reseated`. */
  constructor(
    members: readonly Member[],
    workspaces: Workspaces | null,
    plan: Pick<CompiledPlan, 'plan'>,
    extraSeats: number,
    isWatched = false,
  ) {
    this.#seats = seatLimitsOf(plan.plan, extraSeats)
    this.#workspaces = workspaces
    this.#touched = isWatched ? new Set() : null
    this.#members = new MemberBook(members, (member) => this.homeOf(member), this.#touched)
  }

  /** The workspace somebody is a member of; null for an account of a single one, which needs no name. */
  homeOf(member: Member): string | null {
    return this.#workspaces?.homeOf(member) ?? null
  }

  get billingWorkspace(): string | null {
    return this.#workspaces?.billing ?? null
  }

  find(id: string): Member | undefined {
    return this.#members.get(id)
  }

  get limits(): SeatLimits {
    return this.#seats
  }

  /** Members of all linked workspaces share the seats; those of others have seats elsewhere. Source: seed 000. */
  get held(): SeatsHeld {
    return this.#members.held((workspace) => this.#isSeated(workspace))
  }

  /** What everybody holds who came, changed or left since this was last asked; some may hold what they held. */
  reseated(): readonly Reseated[] {
    const touched = [...(this.#touched ?? [])]
    this.#touched?.clear()
    return touched.map((member) => ({ member, holds: this.#holds(this.#members.get(member)) }))
  }

  /**
   * Another plan or number of seats. Where not everybody has a seat then, all but the owner are locked, however many seats
   * there are: who uses them is for the owner to say, who unlocks them one by one. Nobody is locked where an admin has
   * locked enough members before. Source: facts §5 (ElevenLabs documentation, downgrade over the seat count). A plan that
   * has no Full seat at all has none for the owner either.
   */
  setPlan(plan: Pick<CompiledPlan, 'plan'>, extraSeats: number): void {
    this.#seats = seatLimitsOf(plan.plan, extraSeats)
    if (this.#seatProblem() === null) return
    const seated = this.#seated()
    const owner = this.#ownerAmong(seated)
    for (const member of seated) if (member !== owner) this.#lock(member)
    if (owner !== undefined && this.#seatProblem() !== null) this.#lock(owner)
  }

  /** Why the account cannot do with so many extra seats on the plan it is on; null when everybody would have a seat. */
  removalProblem(plan: Pick<CompiledPlan, 'plan'>, extraSeats: number): string | null {
    return removalProblem(this.held, seatLimitsOf(plan.plan, extraSeats))
  }

  invite(member: Member): string | null {
    if (this.#members.get(member.id) !== undefined) return `"${member.id}" is a member already.`
    return this.#workspaces?.membershipProblem(member, this.#members.ofUser(member)) ?? this.#accept(member)
  }

  remove(id: string): string | null {
    return this.#members.remove(id) ? null : unknownMember(id)
  }

  update(id: string, change: Partial<Pick<Member, 'locked' | 'seat'>>): string | null {
    const member = this.#members.get(id)
    if (member === undefined) return unknownMember(id)
    if (change.seat === 'basic' && member.role === 'admin') return 'Admins always hold a Full seat.'
    return this.#accept({ ...member, ...change })
  }

  /** The members of the workspace come with it, and need seats here from now on. */
  link(workspace: string): string | null {
    const workspaces = this.#workspaces
    const problem = workspaces?.linkProblem(workspace) ?? null
    if (problem !== null) return problem
    workspaces?.link(workspace)
    const seats = this.#seatProblem()
    if (seats !== null) workspaces?.unlink(workspace, 'newSubscription')
    else this.#touch(this.#members.at(workspace))
    return seats
  }

  /** The workspace is not this account's any more; answers its members, who are gone with it if it is removed. */
  unlink(workspace: string, afterwards: AfterUnlinking['kind']): readonly Member[] {
    const leaving = this.#members.at(workspace)
    this.#workspaces?.unlink(workspace, afterwards)
    if (afterwards === 'removed') for (const { id } of leaving) this.#members.remove(id)
    this.#touch(leaving)
    return leaving
  }

  /** Takes the member as given if everybody fits the seats then. */
  #accept(member: Member): string | null {
    const before = this.#members.get(member.id)
    this.#members.put(member)
    const problem = this.#seatProblem()
    if (problem === null) return null
    if (before === undefined) this.#members.remove(member.id)
    else this.#members.put(before)
    return problem
  }

  #lock(member: Member): void {
    this.#members.put({ ...member, locked: true })
  }

  #touch(members: readonly Member[]): void {
    for (const { id } of members) this.#touched?.add(id)
  }

  #holds(member: Member | undefined): SeatHeld {
    if (member === undefined) return 'none'
    if (!this.#isSeated(this.homeOf(member))) return 'elsewhere'
    return member.locked ? 'locked' : seatOf(member)
  }

  /**
   * A scenario names no owner. It is taken to be the first admin of the workspace that pays, who set it up; where no admin is
   * named, whoever joined first.
   */
  #ownerAmong(members: readonly Member[]): Member | undefined {
    const present = members.filter(({ locked }) => !locked)
    const admins = present.filter(({ role }) => role === 'admin')
    return admins.find((admin) => this.homeOf(admin) === this.billingWorkspace) ?? admins[0] ?? present[0]
  }

  #seated(): readonly Member[] {
    return [...this.#members.all()].filter((member) => this.#isSeated(this.homeOf(member)))
  }

  #isSeated(workspace: string | null): boolean {
    return this.#workspaces?.isLinked(workspace) ?? true
  }

  #seatProblem(): string | null {
    return seatProblem(this.held, this.#seats)
  }
}

const unknownMember = (name: string): string => `There is no member "${name}".`
