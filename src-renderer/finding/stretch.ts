import type { CheapestStretch } from '#shared/comparison.ts'
import { isAtMost } from '#shared/micros.ts'

/** The stretch of usage that holds `usage`; the upper end belongs to the lower stretch. */
export const stretchAt = (envelope: readonly CheapestStretch[], usage: string): number =>
  envelope.findIndex(({ to }) => isAtMost(usage, to))
