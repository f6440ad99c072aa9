import type { Credits } from '../exact/amount.ts'

/**
 * The stretches between ascending breaks, each from just past one break up to and including the next: a cost may
 * jump just past a break, tier bounds and quotas being inclusive.
 */
export function stretches(
  breaks: readonly Credits[],
  upTo: Credits,
): readonly (readonly [Credits, Credits])[] {
  const ends = [...new Set([...breaks.filter((usage) => usage > 0 && usage < upTo), upTo])].toSorted(
    (a, b) => a - b,
  )
  return ends.map((end, index) => [index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end] as const)
}
