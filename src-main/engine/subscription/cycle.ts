import type { Instant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import type { Period, Schedule } from '../calendar/schedule.ts'

/** The billing periods counted from one cycle anchor. A plan change that restarts the cycle makes a new one. */
export class Cycle {
  readonly anchor: Instant
  readonly #schedule: Schedule
  #index = 0

  /** `schedule` are its periods as worked out beforehand, shared by many accounts with the same anchor. */
  constructor(anchor: Instant, schedule: Schedule = []) {
    this.anchor = anchor
    this.#schedule = schedule
  }

  /** Periods gone by since the anchor. */
  get index(): number {
    return this.#index
  }

  get end(): Instant {
    return this.startAhead(1)
  }

  /** The period the cycle is in. */
  get period(): Period {
    return this.periodAs(this.#index)
  }

  /** The same, by the number it has in the account's life, which a restart of the cycle does not set back. */
  periodAs(index: number): Period {
    const scheduled = this.#schedule[this.#index]
    if (scheduled !== undefined && scheduled.index === index) return scheduled
    return { index, start: this.startAhead(0), end: this.startAhead(1) }
  }

  /** Where the period `count` periods from now starts. */
  startAhead(count: number): Instant {
    const index = this.#index + count
    return this.#schedule[index]?.start ?? cycleStart(this.anchor, index)
  }

  advance(): void {
    this.#index += 1
  }
}
