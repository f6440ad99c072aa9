import type { CostKind } from '#shared/analysis.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Money } from '../exact/amount.ts'
import { type Bill, discountOf } from '../record/bill.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import { Recorder } from '../record/recorder.ts'

/** Sums the money of a run by what it is for; all kinds together are its total. */
export class MoneyByKind extends Recorder {
  readonly money = new Map<CostKind, Money>()

  override charged(_at: Instant, { kind, amount }: ChargeLine): void {
    this.#add(kind, amount)
  }

  /** Invoices make more of the lines than was charged, so they are counted instead. */
  override invoiced(bills: readonly Bill[]): void {
    this.money.clear()
    for (const line of bills.flatMap(({ lines }) => lines)) {
      this.#add(line.charge.kind, line.amount)
      this.#add('discount', -discountOf(line))
      for (const { tax, amount } of line.taxes) if (!tax.inclusive) this.#add('tax', amount)
    }
  }

  #add(kind: CostKind, amount: Money): void {
    this.money.set(kind, (this.money.get(kind) ?? 0) + amount)
  }
}
