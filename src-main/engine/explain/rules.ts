import type { Rollover } from '#shared/catalog.ts'
import type { InvoiceLine } from '#shared/invoice.ts'

/** The rule behind each kind of invoice line, in a customer's words. */
export const LINE_RULES: Readonly<Record<InvoiceLine['kind'], string>> = {
  subscription: 'The subscription is paid in advance, at the start of each term.',
  offer: 'A first-period offer takes its percentage off the first subscription price, once.',
  seats:
    'Full seats beyond those of the plan are paid in advance with the term, or for the rest of it when bought later. A plan change in the middle of a term credits what was paid for them and not used, as the plan’s price is; an annual term that starts anew gives back their months that had not begun.',
  proration:
    'A plan change in the middle of a term credits what was paid and not used, and charges what is left of the term on the new plan; or the difference of the two prices, of which a lower price gives back no more than was paid. An annual term that starts anew gives back the months that had not begun and were paid for; free months come last and give nothing back, where the vendor does not spread them over the year.',
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

/** What is said of a period that the run's end cuts. */
export const CUT_RULE =
  'The run ends within this period: what its end brings to the credits left has not happened yet.'

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
