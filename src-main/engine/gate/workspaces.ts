import type { AfterUnlinking, Member } from '#shared/account.ts'
import type { Workspace } from '#shared/workspace.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { type Limit, limitOf, setLimit } from './limit.ts'

/** `notLinkedYet`, `apart` (on a subscription of its own): what it uses is not this account's. */
export type Standing = 'linked' | 'notLinkedYet' | 'apart' | 'removed'

/** What is said of changes to workspaces where a scenario names none. */
export const NO_WORKSPACES = 'The scenario names no workspaces.'

/** What a workspace's usage meets. */
export interface WorkspaceGate {
  standing: Standing
  readonly limit: Limit
}

/** The workspaces of an account, which of them are linked, and what each may use. Source: seed 000, facts §7. */
export class Workspaces {
  readonly billing: string
  readonly #environments: ReadonlyMap<string, string>
  readonly #gates: ReadonlyMap<string, WorkspaceGate>
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
    this.#gates = new Map(
      workspaces.map(({ id, creditLimit }) => [
        id,
        { standing: linkedAtStart.has(id) ? 'linked' : 'notLinkedYet', limit: limitOf(creditLimit) },
      ]),
    )
  }

  homeOf(member: Member): string {
    return member.workspace ?? this.billing
  }

  /** What usage of a workspace meets, for as long as the account runs; undefined where the account has none of that name. */
  gateOf(workspace: string | null): WorkspaceGate | undefined {
    return this.#gates.get(workspace ?? this.billing)
  }

  standingOf(workspace: string | null): Standing {
    return this.gateOf(workspace)?.standing ?? 'notLinkedYet'
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
    for (const [id, { standing }] of this.#gates)
      if (standing === 'linked' && id !== this.billing) return true
    return false
  }

  startPeriod(): void {
    for (const { limit } of this.#gates.values()) limit.startPeriod()
  }

  /** Why the workspace cannot be linked as things stand; null when it can. */
  linkProblem(workspace: string): string | null {
    switch (this.#gates.get(workspace)?.standing) {
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
    return this.#gates.get(workspace)?.standing === 'linked' ? null : `"${workspace}" is not linked.`
  }

  link(workspace: string): void {
    this.#stand(workspace, 'linked')
  }

  unlink(workspace: string, afterwards: AfterUnlinking['kind']): void {
    this.#stand(workspace, afterwards === 'removed' ? 'removed' : 'apart')
  }

  /** Holds at once; what was used in the period stays used. */
  setLimit(workspace: string, limit: string | null): string | null {
    return setLimit(this.#gates.get(workspace)?.limit, limit, unknown(workspace))
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

  #stand(workspace: string, standing: Standing): void {
    const gate = this.#gates.get(workspace)
    if (gate !== undefined) gate.standing = standing
  }
}

/** The person a membership belongs to. */
export const userOf = ({ user, id }: Member): string => user ?? id

const unknown = (workspace: string): string => `There is no workspace "${workspace}".`
