import * as z from './zod.ts'
import { CreditsText, InstantText } from './decimal.ts'
import { Alert } from './alert.ts'

/**
 * What a webhook would carry when a run raises an alert, in the shape its receiver reads: `type` says what happened,
 * `data` to whom. Nothing is sent: a simulated account has no one to tell. Source: seed 002, step 5.
 */
export const WebhookEvent = z.strictObject({
  /** Counts within the run, so that a receiver knows an event that comes twice. */
  id: z.string(),
  type: z.string(),
  timestamp: InstantText,
  data: z.strictObject({
    /** The scenario's name. */
    customer_id: z.string(),
    /** The plan in force then. */
    plan: z.string(),
    credits: CreditsText,
    subject: Alert.shape.subject,
    message: z.string(),
  }),
})
export type WebhookEvent = z.infer<typeof WebhookEvent>
