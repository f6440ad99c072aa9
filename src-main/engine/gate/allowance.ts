import type { BlockCause } from '#shared/run-result.ts'
import type { Credits } from '../exact/amount.ts'

/** The credits a use may burn before the pool is asked, and what holds back the rest. */
export interface Allowance {
  readonly credits: Credits
  readonly cause: BlockCause | null
  /** The member, billing group or API key that is held back; null where it is nobody in particular. */
  readonly subject: string | null
  /** Nothing may be used at all, not even what costs no credits. */
  readonly isBarred: boolean
}

export const EVERYTHING: Allowance = { credits: Infinity, cause: null, subject: null, isBarred: false }

/** Nothing at all, for a reason that no number of credits changes. */
export const barred = (cause: BlockCause, subject: string | null = null): Allowance => ({
  credits: 0,
  cause,
  subject,
  isBarred: true,
})

/** The smaller allowance, with what causes it; the earlier one where both are equal. */
export const tighter = (
  allowance: Allowance,
  credits: Credits,
  cause: BlockCause,
  subject: string | null = null,
): Allowance => (credits < allowance.credits ? { credits, cause, subject, isBarred: false } : allowance)
