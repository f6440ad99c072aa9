import type { UsageEvent } from '#shared/usage.ts'
import type { Instant } from '../calendar/civil.ts'
import { toMicros } from '../exact/amount.ts'
import type { Attribution } from './attribution.ts'

export interface RegenerationPolicy {
  readonly count: number
  readonly withinMinutes: number
  readonly families: readonly string[]
}

/** A generation that was charged, and how often it was made again for nothing. */
interface First {
  readonly at: Instant
  readonly event: UsageEvent
  timesAgain: number
}

const MINUTE = 60_000

/**
 * Tells which generations are free because they make unchanged content again: the same quantity, product and
 * model as the first one, soon enough and not too often, where the policy says. Everything else is charged when
 * it is generated, not when it is downloaded. Source: seed 002, facts §2.3.
 */
export class FreeRegenerations {
  readonly #policy: RegenerationPolicy | null
  /** Ids that some event makes again: only these need to be remembered. */
  readonly #madeAgain: ReadonlySet<string>
  readonly #firsts = new Map<string, First>()

  constructor(policy: RegenerationPolicy | null, events: readonly UsageEvent[]) {
    this.#policy = policy
    this.#madeAgain = new Set(
      events.flatMap(({ regenerates }) => (regenerates === undefined ? [] : [regenerates])),
    )
  }

  /** To be asked of every event, in the order they happen. */
  isFree(at: Instant, attribution: Attribution, event: UsageEvent): boolean {
    const policy = this.#policy
    if (policy === null) return false
    const first = event.regenerates === undefined ? undefined : this.#firsts.get(event.regenerates)
    const isFree =
      first !== undefined &&
      isSameContent(first.event, event) &&
      policy.families.includes(attribution.family ?? '') &&
      at - first.at < policy.withinMinutes * MINUTE &&
      first.timesAgain < policy.count
    if (isFree) first.timesAgain += 1
    // What is made again of something free is still made again of what was paid for.
    if (this.#madeAgain.has(event.id)) {
      this.#firsts.set(event.id, isFree ? first : { at, event, timesAgain: 0 })
    }
    return isFree
  }
}

const isSameContent = (a: UsageEvent, b: UsageEvent): boolean =>
  a.product === b.product &&
  a.model === b.model &&
  a.member === b.member &&
  toMicros(a.quantity) === toMicros(b.quantity)
