import type { ApiKey } from '#shared/account.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Credits } from '../exact/amount.ts'
import { Ceiling } from '../gate/ceiling.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { planNamed } from '../plan/plan-named.ts'
import type { Attribution } from '../record/attribution.ts'
import { Recorder } from '../record/recorder.ts'
import type { Reseated, Seating } from '../record/seating.ts'
import type { BlockedPart, Stretch, Use } from '../record/use.ts'
import { whenMoreIsWanted, whenUsed } from '../record/when-used.ts'
import { BasicMembers } from './basic-members.ts'

/** What somebody was not served in a period, of one cause. */
export interface StopSum {
  readonly period: number
  readonly cause: BlockCause
  readonly subject: string | null
  readonly at: Instant
  credits: Credits
  requests: number
}

interface CeilingSum {
  readonly period: number
  readonly used: Credits
  /** That of the plan in force when the period ends; `Infinity` where it has none. */
  readonly ceiling: Credits
  /** All that held in the period, one after another. */
  readonly held: ReadonlySet<Credits>
  readonly reached: Reached | null
  readonly blocked: Credits
}

/** When nothing was left under a ceiling, and under which: that of the plan in force then. */
interface Reached {
  readonly at: Instant
  readonly ceiling: Credits
}

/** What became of all that somebody wanted. */
export interface ServedSum {
  served: Credits
  readonly stops: StopSum[]
  readonly ceilings: CeilingSum[]
}

/** The same within the open period, whose stops are found by what they are. */
interface OpenSum {
  served: Credits
  reached: Reached | null
  readonly stops: Map<string, StopSum>
}

/**
 * Writes who was stopped, when, by what and of how much, and how far each Basic member came toward the ceiling. A use of a
 * key that names no member is of the key's owner, as it is to the gate; null stands for usage of nobody.
 */
export class StopWriter extends Recorder {
  readonly sums = new Map<string | null, ServedSum>()
  readonly #ladder: readonly CompiledPlan[]
  readonly #owners: ReadonlyMap<string, string | undefined>
  readonly #ceiling: Ceiling
  readonly #basic = new BasicMembers()
  #plan: string
  #start: Instant = -Infinity
  #held = new Set<Credits>()
  readonly #open = new Map<string | null, OpenSum>()
  /** The same, found by the attribution itself: a million uses share a few. */
  readonly #openOf = new Map<Attribution, OpenSum>()

  /** `plan`: the one the account starts on, of the ladder. */
  constructor({ plan }: CompiledPlan, ladder: readonly CompiledPlan[], apiKeys: readonly ApiKey[]) {
    super()
    this.#plan = plan.id
    this.#ladder = ladder
    this.#ceiling = new Ceiling(plan)
    this.#owners = new Map(apiKeys.map(({ id, member }) => [id, member]))
  }

  override periodOpened({ start }: Period): void {
    this.#open.clear()
    this.#openOf.clear()
    this.#ceiling.startPeriod()
    this.#basic.startPeriod(start)
    this.#start = start
    this.#held = new Set([this.#ceiling.credits])
  }

  override seated(at: Instant, { plan }: Seating, reseated: readonly Reseated[]): void {
    this.#basic.moved(at, reseated)
    if (plan === this.#plan) return
    this.#plan = plan
    this.#ceiling.set(planNamed(this.#ladder, plan).plan)
    // The plan that a period opens with is told once it is open.
    if (at === this.#start) this.#held.clear()
    this.#held.add(this.#ceiling.credits)
  }

  override used(stretch: Stretch, use: Use): void {
    const { attribution, pooled, grace, overage, wanted, blocked, reached } = use
    const name = this.#nameOf(attribution)
    const open = this.#openSum(name, attribution)
    const served = pooled + grace + overage
    open.served += served
    if (name !== null) this.#count(name, attribution, served)
    if (blocked.length + reached.length === 0) return
    const at = whenUsed(stretch, served, wanted)
    // A ceiling that leaves nothing is reached; one that leaves too little for a whole request is not.
    const isMet = ({ cause, left }: BlockedPart) => cause === 'ceiling' && left === 0
    if (reached.some(({ cause }) => cause === 'ceiling') || blocked.some(isMet))
      open.reached ??= { at, ceiling: this.#ceiling.credits }
    const stopped = whenMoreIsWanted(stretch, served, wanted)
    for (const part of blocked) addStop(open, stretch, stopped, part, use.requests)
  }

  override periodClosed({ index }: Period): void {
    for (const [name, { served, stops }] of this.#open) {
      const sum = this.#sumOf(name)
      sum.served += served
      sum.stops.push(...stops.values())
    }
    for (const name of this.#basic.ofPeriod) this.#closeCeiling(name, index + 1)
  }

  #count(name: string, { family }: Use['attribution'], served: Credits): void {
    const tally = this.#ceiling.tallyOf(name)
    this.#ceiling.count(tally, family === null ? null : this.#ceiling.familyOf(tally, family), served)
  }

  #closeCeiling(name: string, period: number): void {
    const { reached = null, stops } = this.#open.get(name) ?? {}
    const blocked = [...(stops?.values() ?? [])].filter(({ cause }) => cause === 'ceiling')
    const ceiling = this.#ceiling.credits
    if (ceiling === Infinity && reached === null && blocked.length === 0) return
    this.#sumOf(name).ceilings.push({
      period,
      used: this.#ceiling.tallyOf(name).counted,
      ceiling,
      held: this.#held,
      reached,
      blocked: blocked.reduce((total, { credits }) => total + credits, 0),
    })
  }

  #nameOf({ member, apiKey }: Attribution): string | null {
    return member ?? this.#owners.get(apiKey ?? '') ?? null
  }

  #openSum(name: string | null, attribution: Attribution): OpenSum {
    const known = this.#openOf.get(attribution)
    if (known !== undefined) return known
    const open = this.#open.get(name) ?? { served: 0, reached: null, stops: new Map() }
    this.#open.set(name, open)
    this.#openOf.set(attribution, open)
    return open
  }

  #sumOf(name: string | null): ServedSum {
    const known = this.sums.get(name)
    if (known !== undefined) return known
    const sum: ServedSum = { served: 0, stops: [], ceilings: [] }
    this.sums.set(name, sum)
    return sum
  }
}

function addStop(
  open: OpenSum,
  { index }: Stretch,
  at: Instant,
  { cause, subject, credits }: BlockedPart,
  requests: number,
): void {
  const key = `${cause}\u0000${subject}`
  const known = open.stops.get(key)
  if (known === undefined) open.stops.set(key, { period: index + 1, cause, subject, at, credits, requests })
  else {
    known.credits += credits
    known.requests += requests
  }
}
