import { WHOLE_PERCENT } from '../exact/percent.ts'
import { times, whole } from '../exact/rational.ts'
import { afterDiscounts, type Draft, type DraftLine } from './draft.ts'
import type { TaxPart } from '../record/bill.ts'
import type { CompiledTax } from '../record/tax.ts'
import { familyOf } from './line-kinds.ts'
import type { Rounding } from './rounding.ts'
import { TaxPaid } from './tax-paid.ts'

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
  const paid = taxes.map((tax) => ({ tax, paid: new TaxPaid() }))
  return drafts.map(({ at, lines }) => ({
    at,
    lines: paid.reduce((taxed, each) => withTax(taxed, each, taxes, rounding), lines),
  }))
}

function withTax(
  lines: readonly DraftLine[],
  { tax, paid }: { readonly tax: CompiledTax; readonly paid: TaxPaid },
  taxes: readonly CompiledTax[],
  rounding: Rounding,
): readonly DraftLine[] {
  const due = lines.filter((line) => isDue(tax, line))
  const worked = rounding.tax(
    due.map((line) =>
      line.charge.isRefund === true
        ? whole(0)
        : times(afterDiscounts(line), tax.percentMicros, WHOLE_PERCENT + percentContained(line, taxes)),
    ),
  )
  const amounts = paid.settle(due, worked)
  const parts = new Map<DraftLine, TaxPart>(
    due.map((line, index) => [line, { tax, amount: amounts[index] ?? 0 }]),
  )
  return lines.map((line) => {
    const part = parts.get(line)
    return part === undefined ? line : { ...line, taxes: [...line.taxes, part] }
  })
}

const isDue = (tax: CompiledTax, { charge }: DraftLine): boolean => !tax.exempt.has(familyOf(charge.kind))

const percentContained = (line: DraftLine, taxes: readonly CompiledTax[]): number =>
  taxes.reduce((sum, tax) => sum + (tax.inclusive && isDue(tax, line) ? tax.percentMicros : 0), 0)
