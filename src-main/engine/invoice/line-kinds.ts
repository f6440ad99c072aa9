import type { LineKind } from '#shared/invoice.ts'
import type { LineFamily } from '#shared/invoicing.ts'
import type { LedgerAccount } from '#shared/ledger.ts'
import type { Totals } from '../record/totals.ts'

/** Everything that is decided by the kind of a line of money. */
export interface LineKindRow {
  /** The family that terms of invoicing know it by. */
  readonly family: LineFamily
  /** The account of the ledger its money comes into. */
  readonly income: LedgerAccount
  /** The total it counts in. */
  readonly total: keyof Pick<Totals, 'subscription' | 'overage' | 'packs' | 'topUps' | 'trueUp'>
  /** The part of a paid term it is about; null for none. */
  readonly part: 'plan' | 'seats' | null
  /** Whether a negative one gives back a part of a price; an offer is a lower price, no credit. */
  readonly givesBack: boolean
  /** Who makes it: the clock as things happen, or the invoices from the lines they have. */
  readonly madeBy: 'clock' | 'invoices'
  /** The rule behind it, in a customer's words. */
  readonly rule: string
}

/**
 * One row for each kind of line; a kind missing here does not compile. What a change of plan credits or a refund gives back
 * belongs with the price it credits, and a commitment's true-up or cap with the subscription it is agreed for. Packs and
 * top-ups are bought, not used up: what is agreed about overage is not about them.
 */
export const LINE_KINDS: Readonly<Record<LineKind, LineKindRow>> = {
  subscription: {
    family: 'subscription',
    income: 'money.subscription',
    total: 'subscription',
    part: 'plan',
    givesBack: false,
    madeBy: 'clock',
    rule: 'The subscription is paid in advance, at the start of each term.',
  },
  offer: {
    family: 'subscription',
    income: 'money.subscription',
    total: 'subscription',
    part: 'plan',
    givesBack: false,
    madeBy: 'clock',
    rule: 'A first-period offer takes its percentage off the first subscription price, once.',
  },
  seats: {
    family: 'seats',
    income: 'money.seats',
    total: 'subscription',
    part: 'seats',
    givesBack: true,
    madeBy: 'clock',
    rule: 'Full seats beyond those of the plan are paid in advance with the term, or for the rest of it when bought later. A plan change in the middle of a term credits what was paid for them and not used, as the plan’s price is; an annual term that starts anew gives back their months that had not begun.',
  },
  proration: {
    family: 'subscription',
    income: 'money.subscription',
    total: 'subscription',
    part: 'plan',
    givesBack: true,
    madeBy: 'clock',
    rule: 'A plan change in the middle of a term credits what was paid and not used, and charges what is left of the term on the new plan; or the difference of the two prices, of which a lower price gives back no more than was paid. An annual term that starts anew gives back the months that had not begun and were paid for; free months come last and give nothing back, where the vendor does not spread them over the year.',
  },
  refund: {
    family: 'subscription',
    income: 'money.subscription',
    total: 'subscription',
    part: 'plan',
    givesBack: true,
    madeBy: 'clock',
    rule: 'What was paid for the running term is given back on request, for as long after the payment as the vendor says and only while no credits of the term were used. The subscription ends at once, and what is unused is lost. Packs and prepaid money are never given back.',
  },
  overage: {
    family: 'overage',
    income: 'money.overage',
    total: 'overage',
    part: null,
    givesBack: false,
    madeBy: 'clock',
    rule: 'Usage beyond the credits on hand is charged at the plan’s rate, after it was used.',
  },
  prepaidUsage: {
    family: 'overage',
    income: 'money.overage',
    total: 'overage',
    part: null,
    givesBack: false,
    madeBy: 'clock',
    rule: 'Usage beyond the credits on hand is paid from prepaid money at the plan’s credits per unit of money.',
  },
  pack: {
    family: 'other',
    income: 'money.packs',
    total: 'packs',
    part: null,
    givesBack: false,
    madeBy: 'clock',
    rule: 'A credit pack is paid for when it is bought; its credits are there at once and stay as long as the pack says.',
  },
  topUp: {
    family: 'other',
    income: 'money.prepaid',
    total: 'topUps',
    part: null,
    givesBack: false,
    madeBy: 'clock',
    rule: 'Money is paid into the prepaid balance in advance; what usage draws from it costs nothing more.',
  },
  trueUp: {
    family: 'subscription',
    income: 'money.commitment',
    total: 'trueUp',
    part: null,
    givesBack: false,
    madeBy: 'invoices',
    rule: 'What was billed for a month or year of the commitment is brought up to the minimum agreed for it. An annual price counts a twelfth for every month.',
  },
  cap: {
    family: 'subscription',
    income: 'money.commitment',
    total: 'trueUp',
    part: null,
    givesBack: false,
    madeBy: 'invoices',
    rule: 'What was billed for a month or year of the commitment is held to the maximum agreed for it. An annual price counts a twelfth for every month.',
  },
}

/** The family terms of invoicing know a line by. */
export const familyOf = (kind: LineKind): LineFamily => LINE_KINDS[kind].family
