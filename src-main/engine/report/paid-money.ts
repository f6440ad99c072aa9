import type { Instant } from '../calendar/civil.ts'
import type { Money } from '../exact/amount.ts'
import { type Bill, discountOf, taxAddedTo } from '../record/bill.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import { paidBefore } from './paid-before.ts'
import { PaidTime } from './paid-time.ts'

/** Amounts that a line comes to, and what it is a line of. */
interface Paid {
  readonly line: ChargeLine
  readonly amounts: readonly Money[]
}

/** What a run is charged, by the time it pays for. */
export class PaidMoney extends PaidTime {
  #paid: Paid[] = []

  override charged(at: Instant, line: ChargeLine): void {
    super.charged(at, line)
    this.#paid.push({ line, amounts: [line.amount] })
  }

  /** Money as it was invoiced: after discounts, with what a commitment adds and with tax. */
  override invoiced(bills: readonly Bill[]): void {
    this.#paid = bills.flatMap(({ lines }) =>
      lines.map((line) => ({
        line: line.charge,
        amounts: [line.amount, -discountOf(line), taxAddedTo(line)],
      })),
    )
  }

  /**
   * Once the run is over: what pays for time before an instant, and what was paid for no time in particular by then;
   * `minor`: the currency's smallest amount.
   */
  costBefore(instant: Instant, minor: Money): Money {
    let cost = 0
    for (const { line, amounts } of this.#paid) {
      const span = this.of(line)
      if (span.start > instant) continue
      for (const amount of amounts) cost += paidBefore(amount, span, instant, minor)
    }
    return cost
  }
}
