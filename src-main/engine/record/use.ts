import type { BlockCause } from '#shared/run-result.ts'
import { DAY, type Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Credits } from '../exact/amount.ts'
import type { Attribution } from './attribution.ts'
import type { Weekdays } from './weekdays.ts'

/** A stretch of usage within a period, from `at` up to but not including `until`; an event's two are the same. */
export interface Stretch extends Period {
  readonly at: Instant
  readonly until: Instant
  /** Of modelled usage, the month it is a part of, all that is wanted in it and how; an event is a part of nothing. */
  readonly month?: Period
  readonly monthly?: Credits
  readonly weekdays?: Weekdays | null
}

/** Whether it ends by the midnight after it began. */
export const isOfOneDay = ({ at, until }: Pick<Stretch, 'at' | 'until'>): boolean =>
  until <= Math.floor(at / DAY) * DAY + DAY

/**
 * One use of credits and what became of it: `wanted` is what was asked for, of which `pooled` came from grants,
 * `grace` was served free and `overage` was served beyond them; the rest was blocked.
 */
export interface Use {
  readonly attribution: Attribution
  /** Requests it stands for: one for an event; modelled usage has none to count. */
  readonly requests: number
  readonly wanted: Credits
  readonly pooled: Credits
  readonly grace: Credits
  readonly overage: Credits
  /** Of the overage, what is owed in credits until its period ends. */
  readonly deficit: Credits
  /** What was not served, by cause; empty when all was. */
  readonly blocked: readonly BlockedPart[]
  /** Limits that it brought to their end. */
  readonly reached: readonly Reached[]
  /** Whether it cost nothing because it made unchanged content again. */
  readonly isFree: boolean
}

/** Zero credits for a request that would have cost nothing. */
export interface BlockedPart {
  readonly credits: Credits
  readonly cause: BlockCause
  /** Credits that could still have been served of a request that needs more; zero for usage that is divisible. */
  readonly left: Credits
  /** The member, billing group or API key that was held back; null where it is nobody in particular. */
  readonly subject: string | null
}

/** A limit that a use has brought to its end. */
export interface Reached {
  readonly cause: 'ceiling' | 'groupLimit' | 'keyLimit' | 'workspaceLimit'
  /** The member, billing group, API key or workspace it is a limit of. */
  readonly subject: string
  readonly limit: Credits
}
