import { type Credits, toMicros } from '../exact/amount.ts'

/** Credits that may be used each period, and how many were; null for no limit. Starts anew with the period. */
export class Limit {
  #limit: Credits | null
  #used: Credits = 0

  constructor(limit: Credits | null) {
    this.#limit = limit
  }

  /** What the open period has used. */
  get used(): Credits {
    return this.#used
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

/** A limit as a person wrote it. */
export const limitOf = (text: string | null): Limit => new Limit(text === null ? null : toMicros(text))

/** Sets a limit that is known, or answers what is said of one that is not. */
export function setLimit(limit: Limit | undefined, text: string | null, otherwise: string): string | null {
  if (limit === undefined) return otherwise
  limit.set(text === null ? null : toMicros(text))
  return null
}
