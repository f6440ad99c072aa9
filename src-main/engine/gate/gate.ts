import type { Credits } from '../exact/amount.ts'
import type { Attribution } from '../record/attribution.ts'
import type { Reached } from '../record/use.ts'
import { type Allowance, barred, EVERYTHING, tighter } from './allowance.ts'
import type { Ceiling, FamilyTally, Tally } from './ceiling.ts'
import type { Limit } from './limit.ts'
import type { Memberships } from './memberships.ts'
import { seatOf } from './seats.ts'
import type { WorkspaceGate } from './workspaces.ts'

/** A limit of a billing group. */
export interface NamedLimit {
  readonly id: string
  readonly limit: Limit
}

/** Whose usage something is, and what they used: in all, and in the family of products it is of, if any. */
interface GatedMember {
  readonly name: string
  readonly tally: Tally
  readonly family: FamilyTally | null
}

/** All that usage of one attribution meets, found once: it comes day after day. */
export interface GateParts {
  readonly members: Memberships
  readonly ceiling: Ceiling
  /** Whose usage it is: a key's is its member's. Null where nobody is named, and nothing here holds anybody back. */
  readonly member: GatedMember | null
  /** Each once. */
  readonly groups: readonly NamedLimit[]
  readonly key: Limit | null
  /** `isNamed`: the account names workspaces; `gate` is undefined where none of them has this name. */
  readonly workspace: { readonly isNamed: boolean; readonly gate: WorkspaceGate | undefined }
}

/**
 * What holds usage of one attribution back: the seat, the Basic ceiling, a lock, the limits of billing groups, of the API
 * key and of the workspace. Source: seed 001.
 */
export class Gate {
  readonly #use: Attribution
  readonly #parts: GateParts

  constructor(use: Attribution, parts: GateParts) {
    this.#use = use
    this.#parts = parts
  }

  /** Usage of a workspace that is not linked is not this account's: it is billed where that workspace is. */
  get isElsewhere(): boolean {
    const { isNamed, gate } = this.#parts.workspace
    if (!isNamed) return false
    return gate === undefined || gate.standing === 'notLinkedYet' || gate.standing === 'apart'
  }

  /** The credits that nothing here holds back; of those beyond them `allow` says what does. */
  get left(): Credits {
    const { workspace, groups, key } = this.#parts
    if (workspace.gate?.standing === 'removed') return 0
    let left = this.#memberLeft()
    for (const { limit } of groups) left = Math.min(left, limit.left)
    if (key !== null) left = Math.min(left, key.left)
    return workspace.gate === undefined ? left : Math.min(left, workspace.gate.limit.left)
  }

  /** What holds this use back the most. Usage that names nobody is held back by nothing here. */
  allow(): Allowance {
    const { workspace, groups, key } = this.#parts
    if (workspace.gate?.standing === 'removed') return REMOVED
    let allowance = this.#allowMember()
    for (const { id, limit } of groups) allowance = tighter(allowance, limit.left, 'groupLimit', id)
    if (key !== null) allowance = tighter(allowance, key.left, 'keyLimit', this.#use.apiKey)
    if (workspace.gate === undefined) return allowance
    return tighter(allowance, workspace.gate.limit.left, 'workspaceLimit', this.#use.workspace)
  }

  /** Counts credits that were served, from the pool or as overage, against every limit they fall under. */
  count(credits: Credits): void {
    const { ceiling, member, groups, key, workspace } = this.#parts
    key?.count(credits)
    workspace.gate?.limit.count(credits)
    if (member !== null) ceiling.count(member.tally, member.family, credits)
    for (const { limit } of groups) limit.count(credits)
  }

  /** The limits that are used up, of those a use falls under that was just counted with some credits. */
  reached(): readonly Reached[] {
    const { groups, key, member, workspace } = this.#parts
    const isCeiling = this.#ceilingLeft() === 0
    const isKey = key?.left === 0
    const isWorkspace = workspace.gate?.limit.left === 0
    if (!isCeiling && !isKey && !isWorkspace && !groups.some(isUsedUp)) return NONE_REACHED
    const reached: Reached[] = []
    if (isCeiling && member !== null)
      reached.push({ cause: 'ceiling', subject: member.name, limit: this.#parts.ceiling.credits })
    for (const { id, limit } of groups.filter(isUsedUp))
      reached.push({ cause: 'groupLimit', subject: id, limit: limit.used })
    if (isKey && this.#use.apiKey !== null)
      reached.push({ cause: 'keyLimit', subject: this.#use.apiKey, limit: key.used })
    if (isWorkspace && this.#use.workspace !== null)
      reached.push({
        cause: 'workspaceLimit',
        subject: this.#use.workspace,
        limit: workspace.gate.limit.used,
      })
    return reached
  }

  #memberLeft(): Credits {
    const { member, members, ceiling } = this.#parts
    if (member === null) return Infinity
    const held = members.find(member.name)
    if (held === undefined || held.locked) return 0
    return seatOf(held) === 'basic' ? ceiling.left(member.tally, member.family) : Infinity
  }

  #allowMember(): Allowance {
    const { member, members, ceiling } = this.#parts
    if (member === null) return EVERYTHING
    const held = members.find(member.name)
    if (held === undefined) return barred('noSeat', member.name)
    if (held.locked) return barred('locked', member.name)
    if (seatOf(held) !== 'basic') return EVERYTHING
    return tighter(EVERYTHING, ceiling.left(member.tally, member.family), 'ceiling', member.name)
  }

  /** What a Basic member may still use under the ceiling; everybody else and everything else has none. */
  #ceilingLeft(): Credits {
    const { member, members, ceiling } = this.#parts
    if (member === null) return Infinity
    const held = members.find(member.name)
    return held !== undefined && seatOf(held) === 'basic'
      ? ceiling.left(member.tally, member.family)
      : Infinity
  }
}

const REMOVED = barred('workspaceRemoved')
const NONE_REACHED: readonly Reached[] = []

const isUsedUp = ({ limit }: NamedLimit): boolean => limit.left === 0
