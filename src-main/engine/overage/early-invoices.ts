import type { Instant } from '../calendar/civil.ts'
import type { CompiledCharge } from '../charge/compiled-charge.ts'
import type { Credits, Money } from '../exact/amount.ts'
import { minus, whole } from '../exact/rational.ts'
import type { CompiledThreshold } from '../plan/compiled-plan.ts'
import type { ChargeLine, WorkingStep } from '../record/charge-line.ts'
import type { Recorder } from '../record/recorder.ts'
import type { Stretch, Use } from '../record/use.ts'
import { whenUsed } from '../record/when-used.ts'

/** Invoices raised early for one charge of overage; beyond them, the rest waits for the period's end. */
const MOST = 1000

/** Overage that a threshold can bring forward: its price, and what may be outstanding of it. */
export interface BroughtForward {
  readonly charge: CompiledCharge
  readonly source: string
  readonly threshold: CompiledThreshold
  /** Since when it was used. */
  readonly from: Instant
  /** All of it since it last fell due, the use that may bring it forward with it. */
  readonly outstanding: Credits
}

/**
 * Overage invoiced before it falls due: where the running price of what is outstanding passes (or reaches) the plan's
 * threshold, that much is invoiced at that instant, several times a period if need be, and the rest when it falls due.
 * Only when money falls due changes, never how much: each line is the price so far less what was invoiced, and as it
 * asks for no more than any further usage would cost, none is negative. Source: facts §4.1.
 */
export class EarlyInvoices {
  readonly #recorder: Recorder
  #invoiced: Invoiced = NOTHING
  /** The overage at which the next early invoice is due; null when it has to be worked out. */
  #next: Credits | null = null

  constructor(recorder: Recorder) {
    this.#recorder = recorder
  }

  /** Raises what a use brings to the threshold; asked for once the use is told. */
  raise(overage: BroughtForward, stretch: Stretch, use: Use): void {
    const { charge, threshold, outstanding } = overage
    const before = outstanding - use.overage
    while (this.#invoiced.count < MOST) {
      this.#next ??= dueFrom(charge, threshold, this.#invoiced.amount)
      if (outstanding < this.#next) return
      // An event happens whole: what is outstanding after it is invoiced with it.
      const isEvent = stretch.at === stretch.until
      const reached = isEvent ? outstanding : Math.max(this.#next, before)
      const part = use.pooled + use.grace + reached - before
      const at = Math.max(whenUsed(stretch, part, use.wanted), this.#invoiced.since)
      this.#invoice(overage, at, reached)
      this.#next = null
    }
  }

  /** Nothing of the next charge is invoiced yet. */
  restart(): void {
    this.#invoiced = NOTHING
    this.#next = null
  }

  /** What is left of a charge of overage that falls due; null where nothing is. */
  rest(line: ChargeLine): ChargeLine | null {
    const { quantity, amount, since, count } = this.#invoiced
    this.restart()
    if (count === 0) return line
    const rest = { quantity: (line.quantity ?? 0) - quantity, amount: line.amount - amount }
    if (rest.quantity === 0 && rest.amount === 0) return null
    const working = () => [...line.working(), ...invoicedEarlier(quantity, amount)]
    const exact = minus(line.exact, whole(amount))
    return { ...line, ...rest, exact, from: since, working }
  }

  #invoice({ charge, source, threshold, from }: BroughtForward, at: Instant, reached: Credits): void {
    const { quantity, amount, since, count } = this.#invoiced
    const assured = charge.assured(reached)
    this.#recorder.charged(at, {
      kind: 'overage',
      isEarly: true,
      description: DESCRIPTIONS[threshold.when],
      from: count === 0 ? from : since,
      to: at,
      quantity: reached - quantity,
      amount: assured - amount,
      exact: whole(assured - amount),
      working: () => [
        ...charge.working(reached),
        ...mayFall(assured - charge.price(reached)),
        ...invoicedEarlier(quantity, amount),
      ],
      source,
    })
    this.#invoiced = { quantity: reached, amount: assured, since: at, count: count + 1 }
  }
}

const DESCRIPTIONS: Readonly<Record<CompiledThreshold['when'], string>> = {
  passes: 'Overage invoiced early: what was outstanding passed the threshold',
  reaches: 'Overage invoiced early: what was outstanding reached the threshold',
}

interface Invoiced {
  readonly quantity: Credits
  readonly amount: Money
  /** When the last of the invoices was raised. */
  readonly since: Instant
  readonly count: number
}

const NOTHING: Invoiced = { quantity: 0, amount: 0, since: -Infinity, count: 0 }

/**
 * The first quantity whose cost, less what was `invoiced` of it, is enough for another invoice, and stays so. A cost that
 * climbs evenly reaches the threshold exactly; one that jumps gets past it with the unit that starts a block, or a fee.
 */
function dueFrom(charge: CompiledCharge, { amount, when }: CompiledThreshold, invoiced: Money): Credits {
  const due = invoiced + amount
  const last = charge.lastEverWithin(due)
  if (!Number.isFinite(last)) return Infinity
  const isReached = last > 0 && minus(charge.exact(last), whole(due)).numerator === 0n
  return when === 'reaches' && isReached ? last : last + 1
}

const invoicedEarlier = (quantity: Credits, amount: Money): readonly WorkingStep[] =>
  quantity === 0 && amount === 0 ? [] : [{ quantity: -quantity, rate: 'invoiced earlier', amount: -amount }]

const mayFall = (amount: Money): readonly WorkingStep[] =>
  amount === 0 ? [] : [{ quantity: 0, rate: 'not asked while more usage may make it cheaper', amount }]
