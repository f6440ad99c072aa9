import type { Rollover } from '#shared/catalog.ts'
import type { Alert } from '#shared/alert.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { InvoiceLine } from '#shared/invoice.ts'

/** The rule behind each kind of invoice line, in a customer's words. */
export const LINE_RULES: Readonly<Record<InvoiceLine['kind'], string>> = {
  subscription: 'The subscription is paid in advance, at the start of each term.',
  offer: 'A first-period offer takes its percentage off the first subscription price, once.',
  seats:
    'Full seats beyond those of the plan are paid in advance with the term, or for the rest of it when bought later. A plan change in the middle of a term credits what was paid for them and not used, as the plan’s price is; an annual term that starts anew gives back their months that had not begun.',
  proration:
    'A plan change in the middle of a term credits what was paid and not used, and charges what is left of the term on the new plan; or the difference of the two prices, of which a lower price gives back no more than was paid.',
  refund:
    'What was paid for the running term is given back on request, for as long after the payment as the vendor says and only while no credits of the term were used. The subscription ends at once, and what is unused is lost. Packs and prepaid money are never given back.',
  overage: 'Usage beyond the credits on hand is charged at the plan’s rate, after it was used.',
  pack: 'A credit pack is paid for when it is bought; its credits are there at once and stay as long as the pack says.',
  topUp: 'Money is paid into the prepaid balance in advance; what usage draws from it costs nothing more.',
  prepaidUsage:
    'Usage beyond the credits on hand is paid from prepaid money at the plan’s credits per unit of money.',
  trueUp:
    'What was billed for a month or year of the commitment is brought up to the minimum agreed for it. An annual price counts a twelfth for every month.',
  cap: 'What was billed for a month or year of the commitment is held to the maximum agreed for it. An annual price counts a twelfth for every month.',
}

/** The rule behind each cause of a block. */
export const BLOCK_RULES: Readonly<Record<BlockCause, string>> = {
  poolEmpty: 'All credits were used, and the account does not buy more.',
  spendLimit: 'The account’s own limit on overage was reached.',
  ceiling: 'A Basic member may use only so many of the shared credits a period in these products.',
  groupLimit: 'The billing group’s limit for the period was reached.',
  keyLimit: 'The API key’s limit for the period was reached.',
  locked:
    'A locked member can use nothing. An admin locks members, and so does a plan with too few seats for them all: it locks everybody but the owner.',
  noSeat: 'Somebody without a seat can use nothing.',
  noFeature:
    'The plan of the moment does not have this product, or nobody has published what it burns there.',
  walletEmpty: 'The prepaid balance was used up, and it never becomes a debt.',
  workspaceLimit: 'The workspace’s limit for the period was reached.',
  workspaceRemoved: 'The workspace was unlinked and removed; nothing can be used there any more.',
  requestTooLarge:
    'Where overage is on, a single request may be no larger than so many monthly quotas of the plan.',
}

/** The rule behind each alert. */
export const ALERT_RULES: Readonly<Record<Alert['kind'], string>> = {
  lowBalance: 'An alert is raised when the balance falls below a share of the plan’s monthly credits.',
  depleted: 'An alert is raised when the last credit is used.',
  overageCharged: LINE_RULES.overage,
  spendLimitReached: BLOCK_RULES.spendLimit,
  blocked: BLOCK_RULES.poolEmpty,
  ceilingReached: BLOCK_RULES.ceiling,
  limitReached: 'A billing group, an API key or a workspace may use only so many credits a period.',
  memberLocked: BLOCK_RULES.locked,
  noSeat: BLOCK_RULES.noSeat,
  workspaceRemoved: BLOCK_RULES.workspaceRemoved,
  notInPlan: BLOCK_RULES.noFeature,
  rolledOver: 'Credits that are left at the end of a period are carried on as the plan’s rollover allows.',
  expired: 'Credits that reach the end of their life unused expire.',
  packExpired: 'Credits of a pack expire when its time is over, whatever becomes of the plan.',
  toppedUp: 'A prepaid balance is topped up by hand, or by itself when it falls below its trigger.',
  walletEmpty: BLOCK_RULES.walletEmpty,
  balanceExpired: 'Prepaid money that was not used in time is lost.',
  forfeited: 'Credits beyond what the plan’s rollover carries or grants are forfeited.',
  thresholdReached:
    'Overage is invoiced before its period ends when what is outstanding reaches the plan’s threshold.',
  graceUsed: 'Where overage is off, the plan serves a small buffer past its credits free each period.',
  deficit: 'Usage beyond all grants is served and owed in credits.',
  deficitRepaid: 'New credits repay what is owed before anything else is served from them.',
  deficitCarried: 'Credits owed at the end of a period are neither charged nor forgiven, but kept as owed.',
  overageForgiven: 'Usage beyond all grants is neither charged nor owed once its period ends.',
  requestTooLarge: BLOCK_RULES.requestTooLarge,
}

/** What follows where the next period is on another plan. */
export const CHANGE_RULE =
  'Then the plan changed: in the middle of a term, what is left is added to the new credits; at a term’s end, an upgrade keeps what was carried, and a downgrade, cancellation or refund loses it.'

/** What a plan does with credits that are left at the end of a period. */
export function rolloverRule(rollover: Rollover): string {
  switch (rollover.kind) {
    case 'none':
      return 'Unused credits expire with their period.'
    case 'age':
      return `Unused credits live for ${rollover.periods} further periods, then expire. The oldest are used first.`
    case 'cap':
      return `Unused credits are carried on; a renewal adds no more than keeps ${rollover.multiple + 1} × the monthly credits on hand, and the rest of it is forfeited.`
    case 'count':
      return `${rollover.percent} % of what is left is carried, at most ${rollover.carries} times; the rest is forfeited.`
  }
}
