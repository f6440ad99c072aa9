import type { AccountFunds, FundsHappening } from '../funds/account-funds.ts'
import { type AccountTerms, type DatedChange, isPlanChange } from '../account/account-terms.ts'
import type { Instant } from '../calendar/civil.ts'
import type { MeteredEvent, MeteredEvents } from '../usage/metered-event.ts'

/** Something that happens by itself to what the account has besides its subscription. */
export interface DatedFunds {
  readonly at: Instant
  readonly funds: FundsHappening
}

export type Happening = DatedChange | MeteredEvent | DatedFunds

const NONE: readonly never[] = []

/**
 * Everything that happens within periods, as one line. At one instant: what expires, then plan changes, then grants that
 * start or refill, then other changes, then usage (DESIGN §4).
 */
export class Happenings {
  private changes: readonly DatedChange[] = NONE
  private events: MeteredEvents = NONE
  private changesTaken = 0
  private eventsTaken = 0
  private event: MeteredEvent | undefined

  /** Another account's from now on, from the first one. */
  restart({ changes, events }: AccountTerms): void {
    this.changes = changes
    this.events = events
    this.changesTaken = 0
    this.eventsTaken = 0
    this.event = events.at(0)
  }

  /** Whether nothing will happen any more. */
  get areOver(): boolean {
    return this.event === undefined && this.changesTaken >= this.changes.length
  }

  /** The next happening before `end`, or null when there is none left. */
  before(end: Instant, funds: AccountFunds | null): Happening | null {
    const change = this.changes[this.changesTaken]
    const event = this.event
    if (funds !== null) {
      const own = nextOf(funds, change, Math.min(change?.at ?? Infinity, event?.at ?? Infinity))
      if (own !== null && own.at < end) return own
    }
    if (change !== undefined && change.at < end && (event === undefined || change.at <= event.at)) {
      this.changesTaken += 1
      return change
    }
    if (event === undefined || event.at >= end) return null
    this.eventsTaken += 1
    this.event = this.events.at(this.eventsTaken)
    return event
  }

  /** Changes of plan at an instant; they are sorted before all other changes of that instant. */
  planChangesAt(instant: Instant): readonly DatedChange[] {
    if (!isPlanChangeAt(this.changes[this.changesTaken], instant)) return NONE
    const from = this.changesTaken
    while (isPlanChangeAt(this.changes[this.changesTaken], instant)) this.changesTaken += 1
    return this.changes.slice(from, this.changesTaken)
  }
}

/** What the funds do before the change or event at `first`; null where that comes first. */
function nextOf(
  { nextExpiry, nextArrival }: AccountFunds,
  change: DatedChange | undefined,
  first: Instant,
): DatedFunds | null {
  if (nextExpiry < Infinity && nextExpiry <= Math.min(first, nextArrival))
    return { at: nextExpiry, funds: 'expire' }
  const isFirst = nextArrival < first || (nextArrival === first && !isPlanChangeAt(change, first))
  return isFirst && nextArrival < Infinity ? { at: nextArrival, funds: 'arrive' } : null
}

const isPlanChangeAt = (dated: DatedChange | undefined, instant: Instant): boolean =>
  dated !== undefined && dated.at === instant && isPlanChange(dated)
