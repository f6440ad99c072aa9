import type { Instant } from '../calendar/civil.ts'
import type { Reseated } from '../record/seating.ts'

/** Who holds a Basic seat now, and who did for some time of the open period. */
export class BasicMembers {
  readonly #now = new Set<string>()
  readonly #ofPeriod = new Set<string>()
  #start: Instant = -Infinity

  get ofPeriod(): Iterable<string> {
    return this.#ofPeriod
  }

  startPeriod(start: Instant): void {
    this.#start = start
    this.#ofPeriod.clear()
    for (const name of this.#now) this.#ofPeriod.add(name)
  }

  moved(at: Instant, reseated: readonly Reseated[]): void {
    for (const { member, holds } of reseated) {
      if (holds === 'basic') {
        this.#now.add(member)
        this.#ofPeriod.add(member)
        continue
      }
      this.#now.delete(member)
      // Who moves at the very instant at which the period starts holds the other seat for all of it.
      if (at === this.#start) this.#ofPeriod.delete(member)
    }
  }
}
