import { apportion } from '../exact/apportion.ts'
import type { Money } from '../exact/amount.ts'
import { whole } from '../exact/rational.ts'
import { type BilledLine, type BilledTax, type Bill, discountOf, lineTotal } from '../record/bill.ts'
import { afterDiscounts, type Draft, type DraftLine } from './draft.ts'
import type { CompiledTax } from '../record/tax.ts'
import type { ReversedTerm } from './reversed-term.ts'

/** An invoice with every figure as it is shown; what earlier credit notes pay of it is another matter. */
export type UnpaidBill = Omit<Bill, 'creditApplied' | 'paidOut' | 'amountDue'>

/**
 * Rounds what is still exact, so that the lines sum to the invoice's rounded sum. Where lines were rounded before,
 * this changes nothing. `reversed` knows what was shown on the invoices before.
 */
export function writeBill({ at, lines: drafted }: Draft, minor: Money, reversed: ReversedTerm): UnpaidBill {
  const lines = reversed.settle(shown(drafted, minor))
  const taxes = billedTaxes(lines)
  const discount = sum(lines.map(discountOf))
  const total = sum(lines.map(lineTotal))
  return {
    at,
    lines,
    subtotal: sum(lines.map(({ amount }) => amount)),
    discount,
    net: total - sum(taxes.map(({ amount }) => amount)),
    taxes,
    total,
  }
}

function shown(drafted: readonly DraftLine[], minor: Money): readonly BilledLine[] {
  const after = apportion(drafted.map(afterDiscounts), minor)
  const reductions = drafted.map(
    ({ discounts }) => new Map(discounts.map(({ turn, amount }) => [turn, amount])),
  )
  const turns = [...new Set(drafted.flatMap(({ discounts }) => discounts.map(({ turn }) => turn)))]
  const taken = new Map(
    turns.map((turn) => [
      turn,
      apportion(
        reductions.map((ofLine) => ofLine.get(turn) ?? whole(0)),
        minor,
      ),
    ]),
  )
  return drafted.map(({ charge, discounts, taxes }, index) => {
    const shownDiscounts = discounts
      .map(({ turn, name }) => ({ name, amount: taken.get(turn)?.[index] ?? 0 }))
      .filter(({ amount }) => amount !== 0)
    const amount = (after[index] ?? 0) + sum(shownDiscounts.map((reduction) => reduction.amount))
    return { charge, amount, discounts: shownDiscounts, taxes }
  })
}

function billedTaxes(lines: readonly BilledLine[]): readonly BilledTax[] {
  const taxes = new Map<CompiledTax, BilledTax>()
  for (const line of lines) {
    const net = netOf(line)
    for (const { tax, amount } of line.taxes) {
      const known = taxes.get(tax)
      taxes.set(tax, { tax, base: (known?.base ?? 0) + net, amount: (known?.amount ?? 0) + amount })
    }
  }
  return [...taxes.values()]
}

/** A line after discounts and without any tax. */
export const netOf = (line: BilledLine): Money =>
  lineTotal(line) - sum(line.taxes.map(({ amount }) => amount))

const sum = (amounts: readonly Money[]): Money => amounts.reduce((total, amount) => total + amount, 0)
