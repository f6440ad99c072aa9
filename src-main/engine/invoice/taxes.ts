import { WHOLE_PERCENT } from '../exact/percent.ts'
import { times } from '../exact/rational.ts'
import type { Draft, DraftLine, TaxPart } from './bill.ts'
import { afterDiscounts } from './discounts.ts'
import type { CompiledTax } from './invoicing.ts'
import { familyOf } from './line-family.ts'
import type { Rounding } from './rounding.ts'

/**
 * Works out every tax on what is left of the lines after discounts. A price that contains taxes of t % in all has a
 * net of price × 100 ÷ (100 + t); each tax, contained or added, is its percentage of that net. Source: facts §1.1,
 * list prices exclude tax; inclusive prices are those of a consumer's invoice.
 */
export const addTaxes = (
  drafts: readonly Draft[],
  taxes: readonly CompiledTax[],
  rounding: Rounding,
): readonly Draft[] =>
  taxes.length === 0
    ? drafts
    : drafts.map(({ at, lines }) => ({
        at,
        lines: taxes.reduce((taxed, tax) => withTax(taxed, tax, taxes, rounding), lines),
      }))

function withTax(
  lines: readonly DraftLine[],
  tax: CompiledTax,
  taxes: readonly CompiledTax[],
  rounding: Rounding,
): readonly DraftLine[] {
  const due = lines.filter((line) => isDue(tax, line))
  const amounts = rounding.tax(
    due.map((line) =>
      times(afterDiscounts(line), tax.percentMicros, WHOLE_PERCENT + percentContained(line, taxes)),
    ),
  )
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
