import type { Instant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import type { Period, Schedule } from '../calendar/schedule.ts'
import type { Term } from './proration.ts'

const UNSCHEDULED: Schedule = []

/** The billing periods counted from one cycle anchor. A plan change that restarts the cycle makes a new one. */
export class Cycle {
  private origin: Instant = 0
  private schedule: Schedule = UNSCHEDULED
  /** The period the cycle is in. */
  declare private now: Period

  constructor(anchor: Instant) {
    this.origin = anchor
    this.now = this.at(0)
  }

  /**
   * The cycle starts anew from another anchor. `schedule` are its periods as worked out beforehand, shared by many
   * accounts with the same anchor.
   */
  restart(anchor: Instant, schedule: Schedule = UNSCHEDULED): void {
    this.origin = anchor
    this.schedule = schedule
    this.now = this.at(0)
  }

  get anchor(): Instant {
    return this.origin
  }

  /** Periods gone by since the anchor. */
  get index(): number {
    return this.now.index
  }

  get period(): Period {
    return this.now
  }

  /** The same, by the number it has in the account's life, which a restart of the cycle does not set back. */
  periodAs(index: number): Period {
    return this.now.index === index ? this.now : { ...this.now, index }
  }

  /** The time of this and the following periods, `count` of them. */
  spanAhead(count: number): Term {
    return { start: this.now.start, end: this.startAhead(count) }
  }

  /** Where the period `count` periods from now starts. */
  startAhead(count: number): Instant {
    return count === 1 ? this.now.end : this.at(this.now.index + count).start
  }

  /** A period and not its start: a number that is looked up or else worked out costs memory each time it is asked for. */
  private at(index: number): Period {
    const scheduled = this.schedule[index]
    return scheduled === undefined ? this.reckoned(index) : scheduled
  }

  private reckoned(index: number): Period {
    return { index, start: cycleStart(this.origin, index), end: cycleStart(this.origin, index + 1) }
  }

  advance(): void {
    this.now = this.at(this.now.index + 1)
  }
}
