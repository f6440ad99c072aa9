import type { Reached } from '../record/use.ts'
import type { ApiKey, BillingGroup, Member } from '#shared/account.ts'
import type { Workspace } from '#shared/workspace.ts'
import type { Credits } from '../exact/amount.ts'
import type { Attribution } from '../record/attribution.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { type Allowance, barred, EVERYTHING, tighter } from './allowance.ts'
import { Ceiling } from './ceiling.ts'
import { type Limit, limitOf, setLimit } from './limit.ts'
import { Memberships } from './memberships.ts'
import { seatOf } from './seats.ts'
import { Workspaces } from './workspaces.ts'

export interface AccountPeople {
  readonly members: readonly Member[]
  readonly groups: readonly BillingGroup[]
  readonly apiKeys: readonly ApiKey[]
  /** Null for an account of a single workspace, which needs no name. */
  readonly workspaces: LinkedWorkspaces | null
}

/** The workspaces of an account, which of them are linked at the start, and the plans that have that. */
export interface LinkedWorkspaces {
  readonly all: readonly Workspace[]
  readonly linkedAtStart: ReadonlySet<string>
  readonly plans: readonly string[]
}

/**
 * Who may burn credits, and how many: seats, Basic ceilings, billing groups, API keys and locks. A ceiling and a
 * limit are shares of the pool, never credits on top of it. Source: seed 001.
 */
export class Gatekeeper {
  readonly #ceiling: Ceiling
  readonly members: Memberships
  readonly #groups: ReadonlyMap<string, Limit>
  readonly #memberGroups = new Map<string, NamedLimit[]>()
  /** Of keys that belong to nobody. */
  readonly #keyGroups = new Map<string, NamedLimit[]>()
  readonly #keys: ReadonlyMap<string, { readonly limit: Limit; readonly member: string | undefined }>
  readonly workspaces: Workspaces | null

  /** `isWatched`: whether somebody asks who holds which seat. */
  constructor(people: AccountPeople, plan: CompiledPlan, extraSeats: number, isWatched = false) {
    this.#ceiling = new Ceiling(plan.plan)
    const { workspaces } = people
    this.workspaces = workspaces && new Workspaces(workspaces.all, workspaces.linkedAtStart, workspaces.plans)
    this.members = new Memberships(people.members, this.workspaces, plan, extraSeats, isWatched)
    // Members of a workspace that starts by itself may be more than its plan has seats for.
    this.members.setPlan(plan, extraSeats)
    this.#groups = new Map(people.groups.map((group) => [group.id, limitOf(group.limit)]))
    // By id, so that of two groups that allow the same, one is named whatever order they were given in.
    for (const group of people.groups.toSorted((a, b) => (a.id < b.id ? -1 : 1))) this.#enrol(group)
    this.#keys = new Map(
      people.apiKeys.map((key) => [key.id, { limit: limitOf(key.limit), member: key.member }]),
    )
  }

  /** What holds this use back the most. Usage that names nobody is held back by nothing here. */
  allow(use: Attribution): Allowance {
    const key = use.apiKey === null ? undefined : this.#keys.get(use.apiKey)
    const name = use.member ?? key?.member ?? null
    const ofWorkspace = this.workspaces?.allow(use.workspace) ?? EVERYTHING
    if (ofWorkspace.cause === 'workspaceRemoved') return ofWorkspace
    let allowance = name === null ? EVERYTHING : this.#allowMember(name, use)
    for (const { id, limit } of this.#groupsOf(name, use.apiKey))
      allowance = tighter(allowance, limit.left, 'groupLimit', id)
    if (key !== undefined) allowance = tighter(allowance, key.limit.left, 'keyLimit', use.apiKey)
    return ofWorkspace.credits < allowance.credits ? ofWorkspace : allowance
  }

  /** Counts credits that were served, from the pool or as overage, against every limit they fall under. */
  count(use: Attribution, credits: Credits): void {
    const key = use.apiKey === null ? undefined : this.#keys.get(use.apiKey)
    key?.limit.count(credits)
    this.workspaces?.count(use.workspace, credits)
    const name = use.member ?? key?.member ?? null
    if (name !== null) this.#ceiling.count(name, use, credits)
    for (const { limit } of this.#groupsOf(name, use.apiKey)) limit.count(credits)
  }

  /** The limits that are used up, of those a use falls under that was just counted with some credits. */
  reached(use: Attribution): readonly Reached[] {
    const key = use.apiKey === null ? undefined : this.#keys.get(use.apiKey)
    const name = use.member ?? key?.member ?? null
    const groups = this.#groupsOf(name, use.apiKey)
    const isCeiling = name !== null && this.#ceilingLeft(name, use) === 0
    const isKey = key?.limit.left === 0
    const ofWorkspace = this.workspaces?.reached(use.workspace) ?? null
    const isAny = isCeiling || isKey || ofWorkspace !== null || groups.some(({ limit }) => limit.left === 0)
    if (!isAny) return NONE_REACHED
    const reached: Reached[] = []
    if (isCeiling) reached.push({ cause: 'ceiling', subject: name, limit: this.#ceiling.credits })
    for (const { id, limit } of groups)
      if (limit.left === 0) reached.push({ cause: 'groupLimit', subject: id, limit: limit.used })
    if (isKey && use.apiKey !== null)
      reached.push({ cause: 'keyLimit', subject: use.apiKey, limit: key.limit.used })
    if (ofWorkspace !== null && use.workspace !== null)
      reached.push({ cause: 'workspaceLimit', subject: use.workspace, limit: ofWorkspace })
    return reached
  }

  startPeriod(): void {
    this.#ceiling.startPeriod()
    for (const group of this.#groups.values()) group.startPeriod()
    for (const key of this.#keys.values()) key.limit.startPeriod()
    this.workspaces?.startPeriod()
  }

  /** Another plan or number of seats: where not everybody has one, all but the owner are locked; the new ceiling holds. */
  setPlan(plan: CompiledPlan, extraSeats: number): void {
    this.#ceiling.set(plan.plan)
    this.members.setPlan(plan, extraSeats)
  }

  /** Usage of a workspace that is not linked is not this account's: it is billed where that workspace is. */
  isElsewhere({ workspace }: Attribution): boolean {
    const standing = this.workspaces?.standingOf(workspace)
    return standing === 'notLinkedYet' || standing === 'apart'
  }

  /** Holds at once; what was used in the period stays used. Answers why it is refused, or null. */
  setGroupLimit(group: string, limit: string | null): string | null {
    return setLimit(this.#groups.get(group), limit, `There is no billing group "${group}".`)
  }

  /** Holds at once; what was used in the period stays used. Answers why it is refused, or null. */
  setKeyLimit(apiKey: string, limit: string | null): string | null {
    return setLimit(this.#keys.get(apiKey)?.limit, limit, `There is no API key "${apiKey}".`)
  }

  #allowMember(name: string, use: Attribution): Allowance {
    const member = this.members.find(name)
    if (member === undefined) return barred('noSeat', name)
    if (member.locked) return barred('locked', name)
    return tighter(EVERYTHING, this.#ceilingLeft(name, use), 'ceiling', name)
  }

  /** What a Basic member may still use under the ceiling; everybody else and everything else has none. */
  #ceilingLeft(name: string, use: Attribution): Credits {
    const member = this.members.find(name)
    return member !== undefined && seatOf(member) === 'basic' ? this.#ceiling.left(name, use) : Infinity
  }

  /** The groups a use counts in: those of whoever uses it and of the key, each once. */
  #groupsOf(name: string | null, apiKey: string | null): readonly NamedLimit[] {
    const ofMember = this.#memberGroups.get(name ?? '') ?? NO_GROUPS
    const ofKey = this.#keyGroups.get(apiKey ?? '') ?? NO_GROUPS
    if (ofKey.length === 0 || ofMember.length === 0) return ofMember.length === 0 ? ofKey : ofMember
    const known = new Set(ofMember.map(({ id }) => id))
    return [...ofMember, ...ofKey.filter(({ id }) => !known.has(id))]
  }

  #enrol({ id, members, apiKeys = [] }: BillingGroup): void {
    const limit = this.#groups.get(id)
    if (limit === undefined) return
    for (const member of members) add(this.#memberGroups, member, { id, limit })
    for (const apiKey of apiKeys) add(this.#keyGroups, apiKey, { id, limit })
  }
}

function add(groups: Map<string, NamedLimit[]>, name: string, group: NamedLimit): void {
  const known = groups.get(name)
  if (known === undefined) groups.set(name, [group])
  else known.push(group)
}

interface NamedLimit {
  readonly id: string
  readonly limit: Limit
}

const NO_GROUPS: readonly NamedLimit[] = []
const NONE_REACHED: readonly Reached[] = []
