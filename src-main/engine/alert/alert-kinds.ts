import type { Alert, AlertSeverity } from '#shared/alert.ts'
import { BLOCK_CAUSES } from './block-causes.ts'

/** A figure of a plan, or of its catalogue, that an alert may rest on. */
export type AlertFigure =
  'lowBalance' | 'rollover' | 'basicCeiling' | 'seats' | 'grace' | 'pastQuota' | 'largestRequest'

/** All there is to say of one kind of alert; adding a kind is its name in `shared/alert.ts` and its row here. */
export interface AlertKind {
  /** What the customer is told. */
  readonly words: string
  /** The rule behind it, for who asks why. */
  readonly rule: string
  readonly severity: AlertSeverity
  /** What a webhook calls it. Those a vendor publishes have its names. Sources: seed 002, facts §8. */
  readonly event: string
  /** What its sources are those of. */
  readonly figures: readonly AlertFigure[]
  /** Whether the end of a period brings it: then it is the doing of the plan that was in force until then. */
  readonly isOfEnding: boolean
}

export const ALERT_KINDS: Readonly<Record<Alert['kind'], AlertKind>> = {
  lowBalance: {
    words: 'The balance falls below the low-balance threshold.',
    rule: 'An alert is raised when the balance falls below a share of the plan’s monthly credits.',
    severity: 'warning',
    event: 'credit.balance_low',
    figures: ['lowBalance'],
    isOfEnding: false,
  },
  depleted: {
    words: 'All credits are used up.',
    rule: 'An alert is raised when the last credit is used.',
    severity: 'warning',
    event: 'credit.depleted',
    figures: [],
    isOfEnding: false,
  },
  overageCharged: {
    words: 'Usage beyond the credits on hand is charged.',
    rule: 'Usage beyond the credits on hand is charged at the plan’s rate, after it was used.',
    severity: 'information',
    event: 'credit.overage_charged',
    figures: ['pastQuota'],
    isOfEnding: true,
  },
  spendLimitReached: {
    words: 'The spend limit is reached; further usage is blocked.',
    rule: BLOCK_CAUSES.spendLimit.rule,
    severity: 'stop',
    event: 'limit.spend_reached',
    figures: [],
    isOfEnding: false,
  },
  blocked: {
    words: 'Credits have run out; further usage is blocked.',
    rule: BLOCK_CAUSES.poolEmpty.rule,
    severity: 'stop',
    event: 'credit.blocked',
    figures: [],
    isOfEnding: false,
  },
  notEnoughLeft: {
    words: 'A request needs more than is left, and is served whole or not at all.',
    rule: BLOCK_CAUSES.notEnoughLeft.rule,
    severity: 'warning',
    event: 'credit.not_enough_left',
    figures: [],
    isOfEnding: false,
  },
  ceilingReached: {
    words: 'A Basic member has reached the monthly ceiling; viewing stays possible.',
    rule: BLOCK_CAUSES.ceiling.rule,
    severity: 'stop',
    event: 'limit.ceiling_reached',
    figures: ['basicCeiling'],
    isOfEnding: false,
  },
  limitReached: {
    words: 'A limit is reached; further usage under it is blocked.',
    rule: 'A billing group, an API key or a workspace may use only so many credits a period.',
    severity: 'stop',
    event: 'limit.reached',
    figures: [],
    isOfEnding: false,
  },
  memberLocked: {
    words: 'A locked member tried to use credits.',
    rule: BLOCK_CAUSES.locked.rule,
    severity: 'stop',
    event: 'member.locked',
    figures: ['seats'],
    isOfEnding: false,
  },
  noSeat: {
    words: 'Somebody without a seat tried to use credits.',
    rule: BLOCK_CAUSES.noSeat.rule,
    severity: 'stop',
    event: 'member.no_seat',
    figures: ['seats'],
    isOfEnding: false,
  },
  workspaceRemoved: {
    words: 'Somebody tried to use credits in a workspace that was removed.',
    rule: BLOCK_CAUSES.workspaceRemoved.rule,
    severity: 'stop',
    event: 'workspace.removed',
    figures: [],
    isOfEnding: false,
  },
  usedElsewhere: {
    words: 'A workspace that is not linked yet uses credits, which are not on this bill.',
    rule: 'A workspace shares the pool and the invoice from the day it is linked. What it uses before is billed where it is then.',
    severity: 'information',
    event: 'workspace.used_elsewhere',
    figures: [],
    isOfEnding: false,
  },
  notInPlan: {
    words: 'The plan does not have this product, or no burn rate of it there is published.',
    rule: BLOCK_CAUSES.noFeature.rule,
    severity: 'stop',
    event: 'member.not_in_plan',
    figures: [],
    isOfEnding: false,
  },
  rolledOver: {
    words: 'Unused credits are carried into the next period.',
    rule: 'Credits that are left at the end of a period are carried on as the plan’s rollover allows.',
    severity: 'information',
    event: 'credit.rolled_over',
    figures: ['rollover'],
    isOfEnding: true,
  },
  expired: {
    words: 'Unused credits reach the end of their life.',
    rule: 'Credits that reach the end of their life unused expire.',
    severity: 'information',
    event: 'credit.expired',
    figures: ['rollover'],
    isOfEnding: true,
  },
  forfeited: {
    words: 'Credits are lost to the rollover limit.',
    rule: 'Credits beyond what the plan’s rollover carries or grants are forfeited.',
    severity: 'information',
    event: 'credit.rollover_forfeited',
    figures: ['rollover'],
    isOfEnding: true,
  },
  thresholdReached: {
    words: 'Outstanding overage meets the plan’s threshold and is invoiced now.',
    rule: 'Overage is invoiced before its period ends when what is outstanding meets the plan’s threshold.',
    severity: 'information',
    event: 'invoice.threshold_reached',
    figures: ['pastQuota'],
    isOfEnding: false,
  },
  graceUsed: {
    words: 'The credits are used up; the plan’s grace buffer serves a little more, free.',
    rule: 'Where overage is off, the plan serves a small buffer past its credits free each period.',
    severity: 'warning',
    event: 'credit.grace_used',
    figures: ['grace'],
    isOfEnding: false,
  },
  deficit: {
    words: 'The credits are used up; further usage is owed in credits.',
    rule: 'Usage beyond all grants is served and owed in credits.',
    severity: 'warning',
    event: 'credit.deficit',
    figures: [],
    isOfEnding: false,
  },
  deficitRepaid: {
    words: 'New credits repay what the account owes before anything else.',
    rule: 'New credits repay what is owed before anything else is served from them.',
    severity: 'information',
    event: 'credit.deficit_repaid',
    figures: [],
    isOfEnding: false,
  },
  deficitCarried: {
    words: 'The period ends with credits owed, which are carried on.',
    rule: 'Credits owed at the end of a period are neither charged nor forgiven, but kept as owed.',
    severity: 'warning',
    event: 'credit.deficit_carried',
    figures: [],
    isOfEnding: false,
  },
  overageForgiven: {
    words: 'Usage beyond the credits on hand is forgiven.',
    rule: 'Usage beyond all grants is neither charged nor owed once its period ends.',
    severity: 'information',
    event: 'credit.overage_forgiven',
    figures: [],
    isOfEnding: false,
  },
  requestTooLarge: {
    words: 'A request was larger than the plan takes at once.',
    rule: BLOCK_CAUSES.requestTooLarge.rule,
    severity: 'warning',
    event: 'credit.request_too_large',
    figures: ['largestRequest'],
    isOfEnding: false,
  },
  packExpired: {
    words: 'Credits of a pack reach the end of their life.',
    rule: 'Credits of a pack expire when its time is over, whatever becomes of the plan.',
    severity: 'information',
    event: 'credit.pack_expired',
    figures: [],
    isOfEnding: false,
  },
  toppedUp: {
    words: 'The prepaid balance is topped up.',
    rule: 'A prepaid balance is topped up by hand, or by itself when it falls below its trigger.',
    severity: 'information',
    event: 'balance.topped_up',
    figures: ['pastQuota'],
    isOfEnding: false,
  },
  walletEmpty: {
    words: 'The prepaid balance is used up; further usage is blocked.',
    rule: BLOCK_CAUSES.walletEmpty.rule,
    severity: 'stop',
    event: 'balance.empty',
    figures: ['pastQuota'],
    isOfEnding: false,
  },
  balanceExpired: {
    words: 'Prepaid money reaches the end of its life.',
    rule: 'Prepaid money that was not used in time is lost.',
    severity: 'information',
    event: 'balance.expired',
    figures: ['pastQuota'],
    isOfEnding: false,
  },
}
