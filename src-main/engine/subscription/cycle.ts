import type { Instant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import type { Period, Schedule } from '../calendar/schedule.ts'
import type { Term } from './proration.ts'

const UNSCHEDULED: Schedule = []

/** The billing periods counted from one cycle anchor. A plan change that restarts the cycle makes a new one. */
export class Cycle {
  #anchor: Instant
  #schedule: Schedule
  #index = 0

  /** `schedule` are its periods as worked out beforehand, shared by many accounts with the same anchor. */
  constructor(anchor: Instant, schedule: Schedule = UNSCHEDULED) {
    this.#anchor = anchor
    this.#schedule = schedule
  }

  /** The cycle starts anew from another anchor. */
  restart(anchor: Instant, schedule: Schedule = UNSCHEDULED): void {
    this.#anchor = anchor
    this.#schedule = schedule
    this.#index = 0
  }

  get anchor(): Instant {
    return this.#anchor
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
    return this.#ahead(0)
  }

  /** The same, by the number it has in the account's life, which a restart of the cycle does not set back. */
  periodAs(index: number): Period {
    const period = this.#ahead(0)
    return period.index === index ? period : { ...period, index }
  }

  /** The time of this and the following periods, `count` of them. */
  spanAhead(count: number): Term {
    return { start: this.startAhead(0), end: this.startAhead(count) }
  }

  /** Where the period `count` periods from now starts. */
  startAhead(count: number): Instant {
    return this.#ahead(count).start
  }

  /** A period and not its start: a number that is looked up or else worked out costs memory each time it is asked for. */
  #ahead(count: number): Period {
    const index = this.#index + count
    const scheduled = this.#schedule[index]
    return scheduled === undefined ? this.#reckoned(index) : scheduled
  }

  #reckoned(index: number): Period {
    return { index, start: cycleStart(this.#anchor, index), end: cycleStart(this.#anchor, index + 1) }
  }

  advance(): void {
    this.#index += 1
  }
}
