import type { Curves } from '#shared/comparison.ts'

export type Stretch = Curves['envelope'][number]

/** The stretch of usage that holds `usage`; the upper end belongs to the lower stretch. */
export const stretchAt = (envelope: readonly Stretch[], usage: number): number =>
  envelope.findIndex((stretch) => usage <= Number(stretch.to))
