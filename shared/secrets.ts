import * as z from './zod.ts'

/**
 * No provider's key is shorter; what is kept out of the log must not be a part of half the words in it.
 */
export const LEAST_SECRET = 6

/** The key itself goes in and never comes back: calls answer only whether there is one and how it is kept. */
export const SecretState = z.strictObject({
  /** The connection it belongs to. */
  id: z.string(),
  /** `system`: in the system's key store. `session`: in memory until Tierwise ends. */
  kept: z.enum(['none', 'system', 'session']),
})
export type SecretState = z.infer<typeof SecretState>

export const SecretProtection = z.strictObject({
  kind: z.enum(['system', 'session']),
  /** In plain words why keys are kept for the session only; null where the system keeps them. */
  reason: z.string().nullable(),
})
export type SecretProtection = z.infer<typeof SecretProtection>
