import { z } from 'zod'
import { CreditsText, InstantText } from './decimal.ts'

export const Alert = z.strictObject({
  kind: z.enum([
    'lowBalance',
    'depleted',
    'overageCharged',
    'spendLimitReached',
    'blocked',
    'ceilingReached',
    'limitReached',
    'memberLocked',
    'noSeat',
    'workspaceRemoved',
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
  at: InstantText,
  /**
   * The threshold, or the credits concerned: of what is told once a period (a block, grace, a deficit), all that the
   * period came to. Of a ceiling or a limit: the limit itself when it is reached, or, where what was left of it was
   * too little for whole requests, the credits it kept back.
   */
  credits: CreditsText,
  /** The member, billing group or API key concerned; null where it is the whole account. */
  subject: z.string().nullable(),
  message: z.string(),
})
export type Alert = z.infer<typeof Alert>
