import type { ApiKey, BillingGroup, Member } from '#shared/account.ts'
import type { Workspace } from '#shared/workspace.ts'
import type { Attribution } from '../record/attribution.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { Ceiling } from './ceiling.ts'
import { Gate, type GateParts, type NamedLimit } from './gate.ts'
import { type Limit, limitOf, setLimit } from './limit.ts'
import { Memberships } from './memberships.ts'
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
  /** By the attribution itself: a million uses share a few. */
  readonly #gates = new Map<Attribution, Gate>()

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

  /** What usage of an attribution meets, for as long as the account runs. */
  at(use: Attribution): Gate {
    const known = this.#gates.get(use)
    if (known !== undefined) return known
    const gate = new Gate(use, this.#partsOf(use))
    this.#gates.set(use, gate)
    return gate
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

  /** Holds at once; what was used in the period stays used. Answers why it is refused, or null. */
  setGroupLimit(group: string, limit: string | null): string | null {
    return setLimit(this.#groups.get(group), limit, `There is no billing group "${group}".`)
  }

  /** Holds at once; what was used in the period stays used. Answers why it is refused, or null. */
  setKeyLimit(apiKey: string, limit: string | null): string | null {
    return setLimit(this.#keys.get(apiKey)?.limit, limit, `There is no API key "${apiKey}".`)
  }

  #partsOf(use: Attribution): GateParts {
    const key = use.apiKey === null ? undefined : this.#keys.get(use.apiKey)
    const name = use.member ?? key?.member ?? null
    return {
      members: this.members,
      ceiling: this.#ceiling,
      member: name === null ? null : this.#memberOf(name, use),
      groups: this.#groupsOf(name, use.apiKey),
      key: key?.limit ?? null,
      workspace: { isNamed: this.workspaces !== null, gate: this.workspaces?.gateOf(use.workspace) },
    }
  }

  #memberOf(name: string, { family }: Attribution): GateParts['member'] {
    const tally = this.#ceiling.tallyOf(name)
    return { name, tally, family: family === null ? null : this.#ceiling.familyOf(tally, family) }
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

const NO_GROUPS: readonly NamedLimit[] = []
