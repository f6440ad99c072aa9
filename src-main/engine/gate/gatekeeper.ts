import type { AccountChange, ApiKey, BillingGroup, Member } from '#shared/account.ts'
import { type Credits, toMicros } from '../exact/amount.ts'
import type { Attribution } from '../usage/attribution.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { type Ceiling, ceilingOf } from './ceiling.ts'
import { seatLimitsOf } from './seat-limits.ts'
import { Limit } from './limit.ts'
import { occupied, type SeatLimits, seatOf, seatProblem } from './seats.ts'

export interface AccountPeople {
  readonly members: readonly Member[]
  readonly groups: readonly BillingGroup[]
  readonly apiKeys: readonly ApiKey[]
}

/** Changes to people and their limits. */
export type PeopleChange = Exclude<
  AccountChange,
  { kind: 'changePlan' | 'cancel' | 'resume' | 'setOverage' | 'buySeats' | 'removeSeats' }
>

/** The credits a use may burn before the pool is asked, and what holds back the rest. */
export interface Allowance {
  readonly credits: Credits
  readonly cause: BlockCause | null
}

const EVERYTHING: Allowance = { credits: Infinity, cause: null }

/**
 * Who may burn credits, and how many: seats, Basic ceilings, billing groups, API keys and locks. A ceiling and a
 * limit are shares of the pool, never credits on top of it. Source: seed 001.
 */
export class Gatekeeper {
  #seats: SeatLimits
  #ceiling: Ceiling | null
  readonly #members = new Map<string, Member>()
  /** Credits each member used this period in the families the ceiling counts, on whatever seat, even if removed. */
  readonly #counted = new Map<string, Credits>()
  readonly #groups: ReadonlyMap<string, Limit>
  readonly #memberGroups = new Map<string, Limit[]>()
  readonly #keys: ReadonlyMap<string, { readonly limit: Limit; readonly member: string | undefined }>

  constructor(people: AccountPeople, plan: CompiledPlan, extraSeats: number) {
    this.#seats = seatLimitsOf(plan.plan, extraSeats)
    this.#ceiling = ceilingOf(plan.plan)
    this.#groups = new Map(people.groups.map((group) => [group.id, limitOf(group.limit)]))
    for (const group of people.groups) this.#enrol(group)
    for (const member of people.members) this.#members.set(member.id, member)
    this.#keys = new Map(
      people.apiKeys.map((key) => [key.id, { limit: limitOf(key.limit), member: key.member }]),
    )
  }

  /** What holds this use back the most. Usage that names nobody is held back by nothing here. */
  allow(use: Attribution): Allowance {
    const key = use.apiKey === null ? undefined : this.#keys.get(use.apiKey)
    const name = use.member ?? key?.member ?? null
    let allowance = name === null ? EVERYTHING : this.#allowMember(name, use)
    if (key !== undefined) allowance = tighter(allowance, key.limit.left, 'keyLimit')
    return allowance
  }

  /** Counts credits that were served, from the pool or as overage, against every limit they fall under. */
  count(use: Attribution, credits: Credits): void {
    const key = use.apiKey === null ? undefined : this.#keys.get(use.apiKey)
    key?.limit.count(credits)
    const name = use.member ?? key?.member
    if (name === undefined) return
    if (this.#isCounted(use)) this.#counted.set(name, this.#countedOf(name) + credits)
    for (const group of this.#memberGroups.get(name) ?? []) group.count(credits)
  }

  startPeriod(): void {
    this.#counted.clear()
    for (const group of this.#groups.values()) group.startPeriod()
    for (const key of this.#keys.values()) key.limit.startPeriod()
  }

  /**
   * Another plan or number of seats. Members beyond the new limits are locked, the last to join first, admins last
   * of all: nobody decided who. Source: facts §5 (all but the owner are locked unless an admin chose before).
   */
  setPlan(plan: CompiledPlan, extraSeats: number): void {
    this.#seats = seatLimitsOf(plan.plan, extraSeats)
    this.#ceiling = ceilingOf(plan.plan)
    const order = [...this.#members.values()].toReversed().toSorted(adminsLast)
    // A Basic member takes no Full seat: where those are too few, only locking Full members helps.
    this.#lockUntil(
      order.filter((member) => seatOf(member) === 'full'),
      () => this.occupiedFull() <= this.#seats.full,
    )
    this.#lockUntil(order, () => this.#fits(this.#members))
  }

  /** Full seats in use. */
  occupiedFull(): number {
    return occupied(this.#members.values()).full
  }

  /** Carries out a change, or answers why it is refused and leaves everything as it was. */
  change(change: PeopleChange): string | null {
    switch (change.kind) {
      case 'inviteMember':
        return this.#invite(change.member)
      case 'removeMember':
        return this.#members.delete(change.member) ? null : unknownMember(change.member)
      case 'lockMember':
        return this.#update(change.member, { locked: true })
      case 'unlockMember':
        return this.#update(change.member, { locked: false })
      case 'changeSeat':
        return this.#update(change.member, { seat: change.seat })
      case 'setGroupLimit':
        return setLimit(
          this.#groups.get(change.group),
          change.limit,
          `There is no billing group "${change.group}".`,
        )
      case 'setKeyLimit':
        return setLimit(
          this.#keys.get(change.apiKey)?.limit,
          change.limit,
          `There is no API key "${change.apiKey}".`,
        )
    }
  }

  #allowMember(name: string, use: Attribution): Allowance {
    const member = this.#members.get(name)
    if (member === undefined) return { credits: 0, cause: 'noSeat' }
    if (member.locked) return { credits: 0, cause: 'locked' }
    let allowance = EVERYTHING
    if (this.#ceiling !== null && seatOf(member) === 'basic' && this.#isCounted(use)) {
      allowance = tighter(allowance, Math.max(0, this.#ceiling.credits - this.#countedOf(name)), 'ceiling')
    }
    for (const group of this.#memberGroups.get(name) ?? [])
      allowance = tighter(allowance, group.left, 'groupLimit')
    return allowance
  }

  #countedOf(name: string): Credits {
    return this.#counted.get(name) ?? 0
  }

  #isCounted(use: Attribution): boolean {
    return use.family !== null && this.#ceiling !== null && this.#ceiling.families.has(use.family)
  }

  #invite(member: Member): string | null {
    if (this.#members.has(member.id)) return `"${member.id}" is a member already.`
    return this.#accept(member)
  }

  #update(name: string, change: Partial<Pick<Member, 'locked' | 'seat'>>): string | null {
    const member = this.#members.get(name)
    if (member === undefined) return unknownMember(name)
    if (change.seat === 'basic' && member.role === 'admin') return 'Admins always hold a Full seat.'
    return this.#accept({ ...member, ...change })
  }

  /** Takes the member as given if everybody fits the seats then. */
  #accept(member: Member): string | null {
    const members = new Map(this.#members).set(member.id, member)
    const problem = seatProblem(occupied(members.values()), this.#seats)
    if (problem === null) this.#members.set(member.id, member)
    return problem
  }

  #lockUntil(order: readonly Member[], isEnough: () => boolean): void {
    for (const member of order) {
      if (isEnough()) return
      this.#members.set(member.id, { ...member, locked: true })
    }
  }

  #fits(members: ReadonlyMap<string, Member>): boolean {
    return seatProblem(occupied(members.values()), this.#seats) === null
  }

  #enrol(group: BillingGroup): void {
    const limit = this.#groups.get(group.id)
    if (limit === undefined) return
    for (const member of group.members) {
      this.#memberGroups.set(member, [...(this.#memberGroups.get(member) ?? []), limit])
    }
  }
}

const adminsLast = (a: Member, b: Member): number => Number(a.role === 'admin') - Number(b.role === 'admin')

const limitOf = (text: string | null): Limit => new Limit(text === null ? null : toMicros(text))

const unknownMember = (name: string): string => `There is no member "${name}".`

function setLimit(limit: Limit | undefined, text: string | null, otherwise: string): string | null {
  if (limit === undefined) return otherwise
  limit.set(text === null ? null : toMicros(text))
  return null
}

/** The smaller allowance, with what causes it; the earlier one where both are equal. */
const tighter = (allowance: Allowance, credits: Credits, cause: BlockCause): Allowance =>
  credits < allowance.credits ? { credits, cause } : allowance
