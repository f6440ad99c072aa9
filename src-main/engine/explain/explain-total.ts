import type { Catalog } from '#shared/catalog.ts'
import { CostKind } from '#shared/cost-kind.ts'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { type Money, moneyText } from '../exact/amount.ts'
import { LongSum } from '../exact/long-sum.ts'
import { lineParts } from '../costs/cost-lines.ts'
import { kindRule, kindWords } from './cost-kind-rules.ts'
import { costFields } from './deciding-fields.ts'
import { type ExplainedRun, missing, moneyStep, ofParts, sumStep } from './explained-run.ts'
import { lineSources, sourcesOf } from './sources.ts'

const RULE =
  'All invoices of the run, less its credit notes, by what their lines are for. Each kind leads on to its lines, and a line to its rate and where that is from.'

/** What a line of an invoice adds to a kind of money. */
interface KindPart {
  readonly kind: CostKind
  readonly amount: Money
  readonly step: ExplanationStep
  readonly sources: readonly string[]
}

/** What the whole run comes to by what the money is for; or what one kind of it does, by the lines of the invoices. */
export function explainTotal(catalog: Catalog, run: ExplainedRun, kind?: CostKind): Result<Explanation> {
  const parts = kindParts(catalog, run)
  const period = `from ${run.start} to ${run.periods.at(-1)?.end ?? run.start}`
  if (kind === undefined) {
    const kinds = CostKind.options.filter((one) => parts.some((part) => part.kind === one))
    return succeed(
      ofParts({
        title: `Total ${period}`,
        rule: RULE,
        steps: [
          ...kinds.map((one): ExplanationStep => ({
            ...moneyStep(kindWords(one), sumOf(parts.filter((part) => part.kind === one))),
            leadsTo: { kind: 'total', of: one },
          })),
          sumStep(moneyStep('Total', run.totals.total)),
        ],
        sources: sourcesOf(
          catalog,
          run,
          parts.flatMap(({ sources }) => sources),
        ),
      }),
    )
  }
  const own = parts.filter((part) => part.kind === kind)
  if (own.length === 0) return missing('kind of money')
  return succeed(
    ofParts({
      title: `${kindWords(kind)} ${period}`,
      rule: kindRule(kind),
      steps: [...own.map(({ step }) => step), sumStep(moneyStep(`${kindWords(kind)} in all`, sumOf(own)))],
      sources: sourcesOf(
        catalog,
        run,
        own.flatMap(({ sources }) => sources),
      ),
      decidedBy: costFields(kind),
    }),
  )
}

/** What each kind of money comes to in the whole run; a kind that nothing is paid for is left out. */
export function moneyByKind(catalog: Catalog, run: ExplainedRun): ReadonlyMap<CostKind, Money> {
  const amounts = new Map<CostKind, Money>()
  for (const { kind, amount } of kindParts(catalog, run)) amounts.set(kind, (amounts.get(kind) ?? 0) + amount)
  return amounts
}

const sumOf = (parts: readonly KindPart[]): string => {
  const sum = new LongSum()
  for (const { amount } of parts) sum.add(amount)
  return sum.money
}

/** Every line of every invoice by what it adds to which kind; what adds nothing is left out. */
const kindParts = (catalog: Catalog, { invoices }: ExplainedRun): readonly KindPart[] =>
  invoices.flatMap(({ number, date, taxes, lines }) =>
    lines.flatMap((line, place) =>
      lineParts(line, taxes)
        .parts.filter(({ amount }) => amount !== 0)
        .map(({ kind, amount }): KindPart => ({
          kind,
          amount,
          step: {
            ...moneyStep(`${line.description}, invoice ${number} of ${date}`, moneyText(amount)),
            leadsTo: { kind: 'line', invoice: number, line: place + 1 },
          },
          sources: lineSources(catalog, line),
        })),
    ),
  )
