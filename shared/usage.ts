import { z } from 'zod'
import { CreditsText, PercentText } from './decimal.ts'

/**
 * How modelled usage moves from month to month around a monthly figure.
 * `flat`: the same every month. `growth`: each month `percent` more than the one before, starting at the figure.
 * `seasonal`: a yearly wave around the figure, `amplitude` % above it in the peak month (1 = the first month).
 * `spike`: the figure in every month but one, which has `multiple` times as much.
 */
export const UsagePattern = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat') }),
  z.strictObject({ kind: z.literal('growth'), percent: PercentText }),
  z.strictObject({
    kind: z.literal('seasonal'),
    amplitude: PercentText.refine((text) => Number(text) <= 100, 'Expected at most 100 %.'),
    peakMonth: z.int().min(1).max(12),
  }),
  z.strictObject({ kind: z.literal('spike'), month: z.int().min(1), multiple: CreditsText }),
])
export type UsagePattern = z.infer<typeof UsagePattern>

/** Modelled usage: a monthly figure and its pattern, or the credits of each month written out. */
export const ModelledUsage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pattern'), monthly: CreditsText, pattern: UsagePattern }),
  z.strictObject({ kind: z.literal('series'), credits: z.array(CreditsText).min(1).max(120) }),
])
export type ModelledUsage = z.infer<typeof ModelledUsage>
