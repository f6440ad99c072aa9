import type { Money } from '../exact/amount.ts'
import type { ChargeLine } from '../simulate/charge-line.ts'
import { type Bill, lineTotal } from './bill.ts'

/** What charged lines came to on invoices, and the lines that only invoices have. */
export interface AsInvoiced {
  readonly amounts: ReadonlyMap<ChargeLine, Money>
  readonly more: readonly ChargeLine[]
}

/**
 * What each line that was charged came to on the invoices, after discounts and with tax. A charge that was invoiced
 * early, in parts, comes to their sum. The amounts and the further lines sum to the invoices.
 */
export function asInvoiced(charged: readonly ChargeLine[], bills: readonly Bill[]): AsInvoiced {
  const amounts = new Map<ChargeLine, Money>(charged.map((line) => [line, 0]))
  const more: ChargeLine[] = []
  for (const line of bills.flatMap((bill) => bill.lines)) {
    const whole = amounts.has(line.charge)
      ? line.charge
      : charged.find((candidate) => isPart(line.charge, candidate))
    const amount = lineTotal(line)
    if (whole === undefined) more.push({ ...line.charge, amount })
    else amounts.set(whole, (amounts.get(whole) ?? 0) + amount)
  }
  return { amounts, more }
}

const isPart = (part: ChargeLine, whole: ChargeLine): boolean =>
  part.kind === 'overage' && whole.kind === 'overage' && part.from >= whole.from && part.to <= whole.to
