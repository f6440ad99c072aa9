import type { Money } from '../exact/amount.ts'
import { type BilledLine, discountOf } from '../record/bill.ts'
import type { CompiledTax } from '../record/tax.ts'
import { partOf } from './covered-line.ts'

/** What invoices showed for one part of a term: after discounts, and its taxes. */
interface Shown {
  readonly net: Money
  readonly taxes: ReadonlyMap<CompiledTax, Money>
}

const NOTHING: Shown = { net: 0, taxes: new Map() }

/**
 * A refund gives back what invoices showed for its term, to the cent: what was rounded on several invoices, or tax by
 * tax, may round otherwise together. Source: facts §5.
 */
export class ReversedTerm {
  readonly #shown = new Map<string, Shown>()

  /** An invoice's lines, its refunds those of what was shown so far and on this invoice. */
  settle(lines: readonly BilledLine[]): readonly BilledLine[] {
    for (const line of lines) {
      const key = keyOf(line)
      if (key !== null && line.charge.isRefund !== true) this.#shown.set(key, adding(this.#of(key), line))
    }
    return lines.map((line) => {
      const key = line.charge.isRefund === true ? keyOf(line) : null
      return key === null ? line : reversing(line, this.#of(key))
    })
  }

  #of(key: string): Shown {
    return this.#shown.get(key) ?? NOTHING
  }
}

/** The part of the term that a line is about. */
function keyOf({ charge }: BilledLine): string | null {
  const part = partOf({ charge })
  return part === null ? null : `${part} ${charge.term}`
}

function adding({ net, taxes }: Shown, line: BilledLine): Shown {
  const more = new Map(taxes)
  for (const { tax, amount } of line.taxes) more.set(tax, (more.get(tax) ?? 0) + amount)
  return { net: net + line.amount - discountOf(line), taxes: more }
}

const reversing = (line: BilledLine, { net, taxes }: Shown): BilledLine => ({
  ...line,
  amount: discountOf(line) - net,
  taxes: line.taxes.map(({ tax }) => ({ tax, amount: -(taxes.get(tax) ?? 0) })),
})
