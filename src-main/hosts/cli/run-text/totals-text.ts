import type { RunResult } from '#shared/run-result.ts'
import { figure, lessFigure } from '../figure.ts'
import { left, right, textTable } from '../text-table.ts'

type Sum = readonly [text: string, amount: string]

/** The parts of what is billed, which sum to the total; a part that is zero is left out but for the first two. */
export function totalsText({ totals, currency }: Pick<RunResult, 'totals' | 'currency'>): string {
  const {
    subscription,
    overage,
    packs,
    topUps,
    trueUp = '0',
    discount = '0',
    taxAdded = '0',
    tax,
    net,
  } = totals
  const parts: readonly Sum[] = [
    ['Subscription', figure(subscription)],
    ['Overage', figure(overage)],
    ...nonZero('Credit packs', packs),
    ...nonZero('Prepaid top-ups', topUps),
    ...nonZero('Commitment and cap', trueUp),
    ...(Number(discount) === 0 ? [] : [['Discounts', lessFigure(discount)] as const]),
    ...nonZero('Tax on top', taxAdded),
    ['Total', figure(totals.total)],
  ]
  const columns = [left('Billed', ([text]: Sum) => text), right(currency, ([, amount]: Sum) => amount)]
  const ofWhich =
    tax === undefined || net === undefined ? [] : [`Net ${figure(net)}, tax in all ${figure(tax)}`]
  return [textTable(columns, parts), ...ofWhich].join('\n')
}

const nonZero = (text: string, amount: string): readonly Sum[] =>
  Number(amount) === 0 ? [] : [[text, figure(amount)]]
