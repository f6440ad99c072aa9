import type { Instant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import type { PeriodStarts } from '../pool/rollover.ts'

/** The billing periods counted from one cycle anchor. A plan change that restarts the cycle makes a new one. */
export class Cycle {
  readonly anchor: Instant
  readonly #known: PeriodStarts
  #index = 0

  /** `known` are starts worked out beforehand, shared by many accounts with the same anchor. */
  constructor(anchor: Instant, known: PeriodStarts = []) {
    this.anchor = anchor
    this.#known = known
  }

  /** Periods gone by since the anchor. */
  get index(): number {
    return this.#index
  }

  get start(): Instant {
    return this.startAhead(0)
  }

  get end(): Instant {
    return this.startAhead(1)
  }

  /** Where the period `count` periods from now starts. */
  startAhead(count: number): Instant {
    const index = this.#index + count
    return this.#known[index] ?? cycleStart(this.anchor, index)
  }

  advance(): void {
    this.#index += 1
  }
}
