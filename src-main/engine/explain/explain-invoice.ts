import type { Catalog } from '#shared/catalog.ts'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import type { Invoice } from '#shared/invoice.ts'
import { type Result, succeed } from '#shared/problem.ts'
import {
  type ExplainedRun,
  isNothing,
  missing,
  moneyStep,
  negative,
  ofParts,
  sumStep,
} from './explained-run.ts'
import { lineSources, sourcesOf } from './sources.ts'

const RULE =
  'An invoice is its lines, less discounts, with the taxes that are not contained in prices; what earlier credit notes pay of it is not due any more. Each line is rounded once, and leads on to its own working.'
const CREDIT_NOTE_RULE =
  'A credit note gives money back: it is its lines, less discounts, with their taxes. What is not paid out to the customer pays the invoices that follow.'

/** The sums of an invoice, from its lines to what is due; each line explains itself. */
export function explainInvoice(catalog: Catalog, run: ExplainedRun, number: string): Result<Explanation> {
  const invoice = run.invoices.find((candidate) => candidate.number === number)
  if (invoice === undefined) return missing('invoice')
  return succeed(
    ofParts({
      title: `${invoice.kind === 'invoice' ? 'Invoice' : 'Credit note'} ${number}, ${invoice.date}`,
      rule: ruleOf(invoice),
      steps: [...linesOf(invoice), ...totalsOf(invoice)],
      sources: sourcesOf(
        catalog,
        run,
        invoice.lines.flatMap((line) => lineSources(catalog, line)),
      ),
    }),
  )
}

function ruleOf({ kind, paidOut, currency }: Invoice): string {
  if (kind === 'invoice') return RULE
  return isNothing(paidOut) ? CREDIT_NOTE_RULE : `${CREDIT_NOTE_RULE} Paid out: ${paidOut} ${currency}.`
}

const linesOf = ({ number, lines, subtotal }: Invoice): readonly ExplanationStep[] => [
  ...lines.map((line, place): ExplanationStep => ({
    ...moneyStep(line.description, line.amount),
    leadsTo: { kind: 'line', invoice: number, line: place + 1 },
  })),
  sumStep(moneyStep('Subtotal', subtotal)),
]

/** What comes to nothing is left out. */
function totalsOf(invoice: Invoice): readonly ExplanationStep[] {
  const { kind, discount, net, taxes, total, creditApplied, amountDue } = invoice
  const some = (text: string, amount: string) => (isNothing(amount) ? [] : [moneyStep(text, amount)])
  const contained = taxes.filter(({ inclusive }) => inclusive)
  return [
    ...some('Discounts', negative(discount)),
    ...contained.flatMap(({ name, percent, amount }) =>
      some(`${name}, ${percent} %, contained in the lines`, negative(amount)),
    ),
    sumStep(moneyStep('Net, without tax', net)),
    ...taxes.flatMap(({ name, percent, base, amount }) => some(`${name}, ${percent} % of ${base}`, amount)),
    sumStep(moneyStep('Total', total)),
    ...(kind === 'creditNote'
      ? []
      : [
          ...some('Paid by credit of earlier notes', negative(creditApplied)),
          sumStep(moneyStep('Amount due', amountDue)),
        ]),
  ]
}
