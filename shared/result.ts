import { brief } from './brief.ts'

/**
 * Something a person asked for that cannot be done: a value, never thrown.
 * `code` is stable and machine-readable, `message` is plain words, `path` is the offending field
 * (`plans.2.price.monthly.value`), empty when the whole input is meant. Neither is ever longer than a person reads: see `brief`.
 */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly path: string
  /** Only of the last in a list that was cut short: how many more there are. See `ProblemList`. */
  readonly more?: number | undefined
}

/** The answer of every operation that a person can get wrong: a value, or every problem at once, up to a hundred. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })

/** Of one problem; see `refuseAll` for however many. */
export const refuse = (problem: Problem): Result<never> => ({ ok: false, problems: [brief(problem)] })
