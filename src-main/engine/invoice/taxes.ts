import type { Money } from '../exact/amount.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'
import { times } from '../exact/rational.ts'
import { afterDiscounts, type Draft, type DraftLine } from './draft.ts'
import type { TaxPart } from '../record/bill.ts'
import type { CompiledTax } from '../record/tax.ts'
import { familyOf } from './line-kinds.ts'
import type { Rounding } from './rounding.ts'

/**
 * Works out every tax on what is left of the lines after discounts. A price that contains taxes of t % in all has a
 * net of price × 100 ÷ (100 + t); each tax, contained or added, is its percentage of that net. Source: facts §1.1,
 * list prices exclude tax; inclusive prices are those of a consumer's invoice.
 */
export function addTaxes(
  drafts: readonly Draft[],
  taxes: readonly CompiledTax[],
  rounding: Rounding,
): readonly Draft[] {
  if (taxes.length === 0) return drafts
  const paid = new Map<CompiledTax, Money>(taxes.map((tax) => [tax, 0]))
  return drafts.map(({ at, lines }) => ({
    at,
    lines: taxes.reduce((taxed, tax) => withTax(taxed, tax, taxes, paid, rounding), lines),
  }))
}

function withTax(
  lines: readonly DraftLine[],
  tax: CompiledTax,
  taxes: readonly CompiledTax[],
  paid: Map<CompiledTax, Money>,
  rounding: Rounding,
): readonly DraftLine[] {
  const due = lines.filter((line) => isDue(tax, line))
  const before = paid.get(tax) ?? 0
  const amounts = limited(
    rounding.tax(
      due.map((line) =>
        times(afterDiscounts(line), tax.percentMicros, WHOLE_PERCENT + percentContained(line, taxes)),
      ),
    ),
    before,
  )
  paid.set(tax, before + total(amounts))
  const parts = new Map<DraftLine, TaxPart>(
    due.map((line, index) => [line, { tax, amount: amounts[index] ?? 0 }]),
  )
  return lines.map((line) => {
    const part = parts.get(line)
    return part === undefined ? line : { ...line, taxes: [...line.taxes, part] }
  })
}

/**
 * No more of a tax comes back than was paid (`before`): what was rounded line by line may round otherwise together, and
 * a maximum may give back what was exempt.
 */
function limited(amounts: readonly Money[], before: Money): readonly Money[] {
  let excess = Math.max(0, -(before + total(amounts)))
  return amounts.map((amount) => {
    const less = Math.min(excess, Math.max(0, -amount))
    excess -= less
    return amount + less
  })
}

const total = (amounts: readonly Money[]): Money => amounts.reduce((sum, amount) => sum + amount, 0)

const isDue = (tax: CompiledTax, { charge }: DraftLine): boolean => !tax.exempt.has(familyOf(charge.kind))

const percentContained = (line: DraftLine, taxes: readonly CompiledTax[]): number =>
  taxes.reduce((sum, tax) => sum + (tax.inclusive && isDue(tax, line) ? tax.percentMicros : 0), 0)
