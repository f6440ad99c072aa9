import type { Instant } from '../calendar/civil.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import type { Bill } from '../record/bill.ts'
import type { BroughtForward } from './brought-forward.ts'
import { type Draft, type DraftLine, untaken } from './draft.ts'
import { holdToCommitment } from './commitment.ts'
import { applyCredits } from './credit-balance.ts'
import { type Redemption, takeDiscounts } from './discounts.ts'
import type { Invoicing } from './invoicing.ts'
import { ReversedTerm } from './reversed-term.ts'
import { type Rounding, roundingAt } from './rounding.ts'
import { addTaxes } from './taxes.ts'
import { writeBill } from './write-bill.ts'

/** A line of money and when it falls due. */
export interface DueLine {
  readonly at: Instant
  readonly line: ChargeLine
}

/** Everything invoices are made of. */
export interface BillingRecord {
  readonly lines: readonly DueLine[]
  readonly redemptions: readonly Redemption[]
  /** Lines of extra Full seats whose plan says that they raise a commitment. */
  readonly raising: ReadonlySet<ChargeLine>
  readonly broughtForward: BroughtForward
}

/** What the steps work with: `end` is when the run ends. */
interface Work {
  readonly record: BillingRecord
  readonly terms: Invoicing
  readonly rounding: Rounding
  readonly end: Instant
}

type Step = (drafts: readonly Draft[], work: Work) => readonly Draft[]

/**
 * What happens to invoices, in this order, which is the rule.
 * 1. Discounts come off prices before anything else looks at them: they are what the customer agreed to pay.
 * 2. A commitment looks at what was billed after discounts, so that a discount never counts as money spent; and its
 *    true-up is not discounted, or the minimum would not be one.
 * 3. Taxes are due on what is really charged, true-ups with it.
 */
const STEPS: readonly Step[] = [
  (drafts, { record, terms, rounding }) => takeDiscounts(drafts, terms, record, rounding),
  (drafts, { record, terms, rounding, end }) => holdToCommitment(drafts, terms, record, rounding, end),
  (drafts, { terms, rounding }) => addTaxes(drafts, terms.taxes, rounding),
]

/**
 * Makes the invoices of a run: one for everything due at the same instant, in arrears for the time that ends and in
 * advance for the time that starts. Nothing due, no invoice. Then the steps; then every figure is rounded to what is
 * shown, since credit can only pay what an invoice shows; and credit notes pay what follows, tax included.
 */
export function makeBills(record: BillingRecord, terms: Invoicing, end: Instant): readonly Bill[] {
  const rounding = roundingAt(terms.rounding, terms.minor)
  const work = { record, terms, rounding, end }
  const drafts = STEPS.reduce<readonly Draft[]>(
    (before, step) => step(before, work),
    gathered(record.lines, rounding),
  )
  const reversed = new ReversedTerm()
  return applyCredits(drafts.map((draft) => writeBill(draft, terms.minor, reversed)))
}

/** Lines of one instant, in the order they were charged; a line told late may fall due before one told earlier. */
function gathered(due: readonly DueLine[], rounding: Rounding): readonly Draft[] {
  const drafts = new Map<Instant, DraftLine[]>()
  for (const { at, line } of due) {
    const drafted = untaken(line, rounding.amountOf(line))
    const known = drafts.get(at)
    if (known === undefined) drafts.set(at, [drafted])
    else known.push(drafted)
  }
  return [...drafts].map(([at, lines]) => ({ at, lines })).toSorted((a, b) => a.at - b.at)
}
