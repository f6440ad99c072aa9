import { MOST_PROBLEMS } from './problem-list.ts'
import type * as z from './zod.ts'

/** What is wrong with a value that is well formed, and with which part of it; with the whole where none is named. */
export interface Fault {
  readonly message: string
  readonly path?: readonly (string | number)[]
}

/**
 * A format with a condition that it cannot express. The condition is asked only of what is well formed in every part,
 * so it may rely on all that the format promises: zod's own `refine` is asked of text whose format was refused already,
 * and trips over a number that is none. The linter keeps `refine` and its kin out of the contracts.
 */
export const checked = <S extends z.ZodType>(
  format: S,
  faultsOf: (value: z.output<S>) => Iterable<Fault>,
): S =>
  format.superRefine(
    (value, context) => {
      let found = 0
      for (const { message, path = [] } of faultsOf(value)) {
        if (found < MOST_PROBLEMS) context.addIssue({ code: 'custom', message, path: [...path] })
        found++
      }
      if (found > MOST_PROBLEMS) context.addIssue({ code: 'custom', params: { more: found - MOST_PROBLEMS } })
    },
    { when: ({ issues }) => issues.length === 0 },
  )

/** The condition that something holds of the whole value. */
export const must =
  <T>(holds: (value: T) => boolean, message: string) =>
  (value: T): readonly Fault[] =>
    holds(value) ? [] : [{ message }]
