import * as z from './zod.ts'
import { CreditsText, InstantText } from './decimal.ts'

/** What an alert asks of whoever reads it: nothing, to look, or to act, since something is not served any more. */
export const AlertSeverity = z.enum(['information', 'warning', 'stop'])
export type AlertSeverity = z.infer<typeof AlertSeverity>

/** What happened on an account that its owner would be told. The engine's table of kinds says what each means. */
export const Alert = z.strictObject({
  kind: z.enum([
    'lowBalance',
    'depleted',
    'overageCharged',
    'spendLimitReached',
    'blocked',
    'notEnoughLeft',
    'ceilingReached',
    'limitReached',
    'memberLocked',
    'noSeat',
    'workspaceRemoved',
    'usedElsewhere',
    'notInPlan',
    'rolledOver',
    'expired',
    'forfeited',
    'thresholdReached',
    'graceUsed',
    'deficit',
    'deficitRepaid',
    'deficitCarried',
    'overageForgiven',
    'requestTooLarge',
    'packExpired',
    'toppedUp',
    'walletEmpty',
    'balanceExpired',
  ]),
  severity: AlertSeverity,
  at: InstantText,
  /**
   * The threshold, or the credits concerned: of what is told once a period (a block, grace, a deficit), all that the
   * period came to. Of a ceiling or a limit: the limit itself when it is reached.
   */
  credits: CreditsText,
  /** The member, billing group or API key concerned; null where it is the whole account. */
  subject: z.string().nullable(),
  message: z.string(),
})
export type Alert = z.infer<typeof Alert>
