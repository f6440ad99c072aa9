import type { Credits } from '../exact/amount.ts'

/** Credits that may be used each period, and how many were; null for no limit. Starts anew with the period. */
export class Limit {
  #limit: Credits | null
  #used: Credits = 0

  constructor(limit: Credits | null) {
    this.#limit = limit
  }

  get left(): Credits {
    return this.#limit === null ? Infinity : Math.max(0, this.#limit - this.#used)
  }

  /** A change holds at once; what was used in the period stays used. */
  set(limit: Credits | null): void {
    this.#limit = limit
  }

  count(credits: Credits): void {
    this.#used += credits
  }

  startPeriod(): void {
    this.#used = 0
  }
}
