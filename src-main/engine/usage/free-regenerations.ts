import type { Instant } from '../calendar/civil.ts'
import type { MeteredEvent } from './metered-event.ts'

export interface RegenerationPolicy {
  readonly count: number
  readonly withinMinutes: number
  readonly products: readonly string[]
}

/** A generation that was served and charged, and how often it was made again for nothing. */
interface First {
  readonly at: Instant
  readonly event: MeteredEvent
  timesAgain: number
}

const MINUTE = 60_000

/**
 * Tells which generations are free because they make unchanged content again: the same quantity, product and
 * model by the same member as the first one, which was served, soon enough and not too often, for the products of
 * the policy and never with an API key. Everything else is charged when it is generated, not when it is
 * downloaded. Source: seed 002, facts §2.3.
 */
export class FreeRegenerations {
  readonly #policy: RegenerationPolicy | null
  /** Those of the policy, once anything is made again. */
  #products: ReadonlySet<string | null> | null = null
  /** What each served generation that another one makes again was paid for with. */
  #firsts: Map<string, First> | null = null

  constructor(policy: RegenerationPolicy | null) {
    this.#policy = policy
  }

  /** Whether the event would cost nothing if it were served now. */
  isFree(event: MeteredEvent): boolean {
    return this.#policy !== null && this.#firstOf(event, this.#policy) !== null
  }

  /** To be told of every event that is served, in the order they happen. */
  served(event: MeteredEvent): void {
    if (this.#policy === null) return
    const first = this.#firstOf(event, this.#policy)
    if (first !== null) first.timesAgain += 1
    // What is made again of something free is still made again of what was paid for.
    if (event.isMadeAgain)
      (this.#firsts ??= new Map()).set(event.id, first ?? { at: event.at, event, timesAgain: 0 })
  }

  /** The generation paid for that the event makes again for nothing; null when it is charged. */
  #firstOf(event: MeteredEvent, policy: RegenerationPolicy): First | null {
    const first = event.regenerates === null ? undefined : this.#firsts?.get(event.regenerates)
    const isFree =
      first !== undefined &&
      isSameContent(first.event, event) &&
      event.attribution.apiKey === null &&
      (this.#products ??= new Set(policy.products)).has(event.attribution.product) &&
      event.at - first.at < policy.withinMinutes * MINUTE &&
      first.timesAgain < policy.count
    return isFree ? first : null
  }
}

const isSameContent = (a: MeteredEvent, b: MeteredEvent): boolean =>
  a.attribution.product === b.attribution.product &&
  a.attribution.model === b.attribution.model &&
  a.attribution.workspace === b.attribution.workspace &&
  a.attribution.member === b.attribution.member &&
  a.attribution.apiKey === b.attribution.apiKey &&
  a.quantity === b.quantity
