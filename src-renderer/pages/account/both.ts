import type { Answered } from '#renderer/pages/Part.tsx'

/** Two answers that are only shown together, as one; what is wrong with the first is told first. */
export const both = <A, B>(one: Answered<A>, other: Answered<B>): Answered<readonly [A, B]> => ({
  value: one.value === undefined || other.value === undefined ? undefined : [one.value, other.value],
  isOld: one.isOld || other.isOld,
  refused: [...one.refused, ...other.refused],
  isAwaited: one.isAwaited || other.isAwaited,
  askAgain: () => {
    if (one.refused.length > 0) one.askAgain()
    if (other.refused.length > 0) other.askAgain()
  },
})
