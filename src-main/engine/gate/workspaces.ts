import type { AfterUnlinking, Member } from '#shared/account.ts'
import type { Workspace } from '#shared/workspace.ts'
import type { Credits } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { type Allowance, barred, EVERYTHING, tighter } from './allowance.ts'
import { type Limit, limitOf, setLimit } from './limit.ts'

/** `notLinkedYet`, `apart` (on a subscription of its own): what it uses is not this account's. */
export type Standing = 'linked' | 'notLinkedYet' | 'apart' | 'removed'

/** What is said of changes to workspaces where a scenario names none. */
export const NO_WORKSPACES = 'The scenario names no workspaces.'

const REMOVED = barred('workspaceRemoved')

/** The workspaces of an account, which of them are linked, and what each may use. Source: seed 000, facts §7. */
export class Workspaces {
  readonly billing: string
  readonly #environments: ReadonlyMap<string, string>
  readonly #standings = new Map<string, Standing>()
  readonly #limits: ReadonlyMap<string, Limit>
  readonly #plans: ReadonlySet<string>

  /** `plans`: those that have consolidated billing. */
  constructor(
    workspaces: readonly Workspace[],
    linkedAtStart: ReadonlySet<string>,
    plans: readonly string[],
  ) {
    this.#plans = new Set(plans)
    this.billing = workspaces.find(({ kind }) => kind === 'billing')?.id ?? ''
    this.#environments = new Map(workspaces.map(({ id, environment }) => [id, environment]))
    this.#limits = new Map(workspaces.map(({ id, creditLimit }) => [id, limitOf(creditLimit)]))
    for (const { id } of workspaces)
      this.#standings.set(id, linkedAtStart.has(id) ? 'linked' : 'notLinkedYet')
  }

  homeOf(member: Member): string {
    return member.workspace ?? this.billing
  }

  standingOf(workspace: string | null): Standing {
    return this.#standings.get(workspace ?? this.billing) ?? 'notLinkedYet'
  }

  isLinked(workspace: string | null): boolean {
    return this.standingOf(workspace) === 'linked'
  }

  /** Whether the plan has consolidated billing. */
  isOn(plan: CompiledPlan): boolean {
    return this.#plans.has(plan.id)
  }

  /** Whether any workspace but the billing one is linked, so that the plan has to have consolidated billing. */
  get isConsolidated(): boolean {
    for (const [id, standing] of this.#standings)
      if (standing === 'linked' && id !== this.billing) return true
    return false
  }

  allow(workspace: string | null): Allowance {
    if (this.standingOf(workspace) === 'removed') return REMOVED
    const limit = this.#limits.get(workspace ?? this.billing)
    return limit === undefined ? EVERYTHING : tighter(EVERYTHING, limit.left, 'workspaceLimit', workspace)
  }

  count(workspace: string | null, credits: Credits): void {
    this.#limits.get(workspace ?? this.billing)?.count(credits)
  }

  /** The credits at which the workspace's limit was reached; null while it is not. */
  reached(workspace: string | null): Credits | null {
    const limit = this.#limits.get(workspace ?? this.billing)
    return limit?.left === 0 ? limit.used : null
  }

  startPeriod(): void {
    for (const limit of this.#limits.values()) limit.startPeriod()
  }

  /** Why the workspace cannot be linked as things stand; null when it can. */
  linkProblem(workspace: string): string | null {
    switch (this.#standings.get(workspace)) {
      case undefined:
        return unknown(workspace)
      case 'linked':
        return `"${workspace}" is linked already.`
      case 'removed':
        return `"${workspace}" was removed.`
      case 'notLinkedYet':
      case 'apart':
        return null
    }
  }

  unlinkProblem(workspace: string): string | null {
    if (workspace === this.billing) return 'The billing workspace cannot be unlinked from itself.'
    return this.#standings.get(workspace) === 'linked' ? null : `"${workspace}" is not linked.`
  }

  link(workspace: string): void {
    this.#standings.set(workspace, 'linked')
  }

  unlink(workspace: string, afterwards: AfterUnlinking['kind']): void {
    this.#standings.set(workspace, afterwards === 'removed' ? 'removed' : 'apart')
  }

  /** Holds at once; what was used in the period stays used. */
  setLimit(workspace: string, limit: string | null): string | null {
    return setLimit(this.#limits.get(workspace), limit, unknown(workspace))
  }

  /**
   * Why somebody cannot become a member: a person may be a member of one workspace of an environment, and of
   * workspaces in several environments. Null when they can. `others`: the memberships that the person has.
   */
  membershipProblem(member: Member, others: Iterable<Member>): string | null {
    const environment = this.#environments.get(this.homeOf(member))
    for (const other of others) {
      const home = this.homeOf(other)
      if (this.#environments.get(home) !== environment) continue
      return `"${userOf(member)}" is a member of "${home}", which is in the same environment.`
    }
    return null
  }
}

/** The person a membership belongs to. */
export const userOf = ({ user, id }: Member): string => user ?? id

const unknown = (workspace: string): string => `There is no workspace "${workspace}".`
