const RUNS = 5

/**
 * How many times as long one thing takes as another, in this process and on the machine as it is now: the median of a few
 * times one after the other, once both are compiled.
 */
export function timesAsLong(one: () => unknown, other: () => unknown): number {
  one()
  other()
  const ratios = Array.from({ length: RUNS }, () => timeOf(one) / timeOf(other))
  return ratios.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Infinity
}

/** In milliseconds, as it is now: good to compare with another, and nothing else. */
export function timeOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Whatever is in a text or a list, it takes no more than so many times as long as an ordinary one of its length. */
export const AS_LONG_AS_ORDINARY = 10
