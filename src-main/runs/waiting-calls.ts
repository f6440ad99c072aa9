import type { Job } from '#shared/job-token.ts'
import type { Result } from '#shared/problem.ts'
import type { Json } from './json.ts'

/** What is asked of open results, and whom to answer. */
export interface Call {
  readonly method: string
  readonly input: unknown
  /** What the asker knows it by; null where they did not say. */
  readonly job: Job | null
  /** Whether it may take so long that others go first. */
  readonly isLong: boolean
  readonly resolve: (result: Result<Json>) => void
}

/** So many calls may wait; one more would hardly be waited for. */
export const MOST_WAITING_CALLS = 200

/** Calls in the order of asking, but for the long ones, which wait until there is nothing else. */
export class WaitingCalls {
  readonly #calls: Call[] = []

  get isFull(): boolean {
    return this.#calls.length >= MOST_WAITING_CALLS
  }

  add(call: Call): void {
    this.#calls.push(call)
  }

  /** The one whose turn it is, taken out. */
  next(): Call | undefined {
    const place = this.#calls.findIndex(({ isLong }) => !isLong)
    return this.#calls.splice(Math.max(0, place), 1)[0]
  }

  /** Takes out all that are meant. */
  takeOut(isMeant: (call: Call) => boolean): readonly Call[] {
    const meant = this.#calls.filter(isMeant)
    for (const call of meant) this.#calls.splice(this.#calls.indexOf(call), 1)
    return meant
  }
}
