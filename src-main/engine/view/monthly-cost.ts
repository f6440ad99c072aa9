import type { Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Money } from '../exact/amount.ts'
import { type Bill, lineTotal } from '../record/bill.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import { Recorder } from '../record/recorder.ts'

/** The money of one billing period. */
export interface MonthMoney {
  readonly start: Instant
  readonly total: Money
}

/**
 * What each billing period of an account costs, as invoiced: a line falls to the period in which the time that it pays
 * for begins, so that a year paid in advance is all in its first one. The periods sum to the total.
 */
export class MonthlyCost extends Recorder {
  readonly #starts: Instant[] = []
  #lines: (readonly [from: Instant, total: Money])[] = []

  override periodOpened({ start }: Period): void {
    this.#starts.push(start)
  }

  override charged(_at: Instant, { from, amount }: ChargeLine): void {
    this.#lines.push([from, amount])
  }

  /** Where there are invoices, they say what every line comes to, and have lines of their own. */
  override invoiced(bills: readonly Bill[]): void {
    this.#lines = bills.flatMap(({ lines }) =>
      lines.map((line) => [line.charge.from, lineTotal(line)] as const),
    )
  }

  get months(): readonly MonthMoney[] {
    const totals = this.#starts.map(() => 0)
    for (const [from, amount] of this.#lines) {
      const month = Math.max(
        0,
        this.#starts.findLastIndex((start) => start <= from),
      )
      totals[month] = (totals[month] ?? 0) + amount
    }
    return this.#starts.map((start, month) => ({ start, total: totals[month] ?? 0 }))
  }
}
