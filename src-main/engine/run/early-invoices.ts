import type { CompiledCharge } from '../charge/compiled-charge.ts'
import type { WorkingStep } from '../record/charge-line.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import { minus, whole } from '../exact/rational.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { planNamed } from '../plan/plan-named.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import type { Recorder } from '../record/recorder.ts'
import type { Stretch, Use } from '../record/use.ts'
import { RecorderGroup } from '../record/recorder-group.ts'
import { whenUsed } from '../record/when-used.ts'

/** Invoices raised early for one charge of overage; beyond them, the rest waits for the period's end. */
const MOST = 1000

/**
 * Tells the same run with overage invoiced early: when the running price of what is outstanding reaches the plan's
 * threshold, that much is invoiced at that instant, several times a period if need be, and the rest when it falls due.
 * Only when money falls due changes, never how much: each line is the price so far less what was invoiced, and as it
 * asks for no more than any further usage would cost, none is negative. Source: facts §4.1.
 */
export class EarlyInvoices extends RecorderGroup {
  readonly #ladder: readonly CompiledPlan[]
  #plan: CompiledPlan
  /** From when on the plan prices overage, where it came to hold within a period. */
  #planSince: Instant = -Infinity
  /** Overage since it was last charged, and what of it was invoiced. */
  #outstanding: Credits = 0
  #invoiced: Invoiced = NOTHING
  /** The overage at which the next early invoice is due; null when it has to be worked out. */
  #next: Credits | null = null

  constructor(plan: CompiledPlan, ladder: readonly CompiledPlan[], ...members: readonly Recorder[]) {
    super(...members)
    this.#plan = plan
    this.#ladder = ladder
  }

  override used(stretch: Stretch, use: Use, available: Credits): void {
    super.used(stretch, use, available)
    const before = this.#outstanding
    this.#outstanding += use.overage - use.deficit
    if (this.#outstanding > before) this.#invoice(stretch, use, before)
  }

  override charged(at: Instant, line: ChargeLine): void {
    if (line.kind !== 'overage') return super.charged(at, line)
    const { quantity, amount, since, count } = this.#invoiced
    this.#outstanding = 0
    this.#invoiced = NOTHING
    this.#next = null
    if (count === 0) return super.charged(at, line)
    const rest = { quantity: (line.quantity ?? 0) - quantity, amount: line.amount - amount }
    if (rest.quantity === 0 && rest.amount === 0) return
    const working = [...line.working, ...invoicedEarlier(quantity, amount)]
    const exact = minus(line.exact, whole(amount))
    super.charged(at, { ...line, ...rest, exact, from: since, working })
  }

  override planChanged(at: Instant, from: string, to: string): void {
    this.#plan = planNamed(this.#ladder, to)
    this.#planSince = at
    super.planChanged(at, from, to)
  }

  #invoice(stretch: Stretch, use: Use, before: Credits): void {
    const { pastQuota } = this.#plan
    if (pastQuota.kind === 'block' || pastQuota.invoiceThreshold === null) return
    const { charge, invoiceThreshold } = pastQuota
    while (this.#invoiced.count < MOST) {
      this.#next ??= reaches(charge, this.#invoiced.amount + invoiceThreshold)
      if (this.#outstanding < this.#next) return
      // An event happens whole: what is outstanding after it is invoiced with it.
      const isEvent = stretch.at === stretch.until
      const reached = isEvent ? this.#outstanding : Math.max(this.#next, before)
      const part = use.pooled + use.grace + reached - before
      const at = Math.max(whenUsed(stretch, part, use.wanted), this.#invoiced.since)
      this.#raise(at, Math.max(stretch.start, this.#planSince), reached, pastQuota)
      this.#next = null
    }
  }

  #raise(
    at: Instant,
    start: Instant,
    reached: Credits,
    { charge, source }: { readonly charge: CompiledCharge; readonly source: string },
  ): void {
    const { quantity, amount, since, count } = this.#invoiced
    const assured = charge.assured(reached)
    super.charged(at, {
      kind: 'overage',
      description: EARLY,
      from: count === 0 ? start : since,
      to: at,
      quantity: reached - quantity,
      amount: assured - amount,
      exact: whole(assured - amount),
      working: [
        ...charge.working(reached),
        ...mayFall(assured - charge.price(reached)),
        ...invoicedEarlier(quantity, amount),
      ],
      source,
    })
    this.#invoiced = { quantity: reached, amount: assured, since: at, count: count + 1 }
  }
}

/** How a line reads that the threshold brought forward. */
export const EARLY = 'Overage invoiced early: what was outstanding reached the threshold'

interface Invoiced {
  readonly quantity: Credits
  readonly amount: Money
  /** When the last of the invoices was raised. */
  readonly since: Instant
  readonly count: number
}

const NOTHING: Invoiced = { quantity: 0, amount: 0, since: -Infinity, count: 0 }

/**
 * The first quantity whose cost reaches `amount` and stays there: exactly, where the price climbs evenly, or with the
 * unit that starts a block, or a fee, where it jumps past.
 */
function reaches(charge: CompiledCharge, amount: Money): Credits {
  const last = charge.lastEverWithin(amount)
  if (!Number.isFinite(last)) return Infinity
  const isExact = last > 0 && minus(charge.exact(last), whole(amount)).numerator === 0n
  return isExact ? last : last + 1
}

const invoicedEarlier = (quantity: Credits, amount: Money): readonly WorkingStep[] =>
  quantity === 0 && amount === 0 ? [] : [{ quantity: -quantity, rate: 'invoiced earlier', amount: -amount }]

const mayFall = (amount: Money): readonly WorkingStep[] =>
  amount === 0 ? [] : [{ quantity: 0, rate: 'not asked while more usage may make it cheaper', amount }]
