/**
 * Something a person asked for that cannot be done: a value, never thrown.
 * `code` is stable and machine-readable, `message` is plain words, `path` is the offending field
 * (`plans.2.price.monthly.value`), empty when the whole input is meant.
 */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly path: string
}

/** The answer of every operation that a person can get wrong: a value, or every problem at once. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems })
