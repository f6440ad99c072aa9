import type { Rollover } from '#shared/catalog.ts'
import type { Alert, BlockCause, InvoiceLine } from '#shared/run-result.ts'

/** The rule behind each kind of invoice line, in a customer's words. */
export const LINE_RULES: Readonly<Record<InvoiceLine['kind'], string>> = {
  subscription: 'The subscription is paid in advance, at the start of each term.',
  offer: 'A first-period offer takes its percentage off the first subscription price, once.',
  seats:
    'Full seats beyond those of the plan are paid in advance with the term, or for the rest of it when bought later.',
  proration:
    'A plan change in the middle of a term credits what was not used and charges what is left of the term.',
  overage: 'Usage beyond the credits on hand is charged at the plan’s rate, after it was used.',
  prepaidUsage:
    'Usage beyond the credits on hand is paid from prepaid money at the plan’s credits per unit of money.',
}

/** The rule behind each cause of a block. */
export const BLOCK_RULES: Readonly<Record<BlockCause, string>> = {
  poolEmpty: 'All credits were used, and the account does not buy more.',
  spendLimit: 'The account’s own limit on overage was reached.',
  ceiling: 'A Basic member may use only so many of the shared credits a period in these products.',
  groupLimit: 'The billing group’s limit for the period was reached.',
  keyLimit: 'The API key’s limit for the period was reached.',
  locked: 'A locked member can use nothing.',
  noSeat: 'Somebody without a seat can use nothing.',
  noFeature: 'The plan does not have this product.',
}

/** The rule behind each alert. */
export const ALERT_RULES: Readonly<Record<Alert['kind'], string>> = {
  lowBalance: 'An alert is raised when the balance falls below a share of the plan’s monthly credits.',
  depleted: 'An alert is raised when the last credit is used.',
  overageCharged: LINE_RULES.overage,
  spendLimitReached: BLOCK_RULES.spendLimit,
  blocked: BLOCK_RULES.poolEmpty,
  ceilingReached: BLOCK_RULES.ceiling,
  limitReached: 'A billing group or an API key may use only so many credits a period.',
  memberLocked: BLOCK_RULES.locked,
  noSeat: BLOCK_RULES.noSeat,
  notInPlan: BLOCK_RULES.noFeature,
  rolledOver: 'Credits that are left at the end of a period are carried on as the plan’s rollover allows.',
  expired: 'Credits that reach the end of their life unused expire.',
  forfeited: 'Credits beyond what the plan’s rollover carries or grants are forfeited.',
}

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
