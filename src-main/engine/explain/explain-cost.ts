import type { Catalog } from '#shared/catalog.ts'
import type { CostKind } from '#shared/cost-kind.ts'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import type { CostSpan, PeriodCost } from '#shared/period-costs.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { CostBasis, Reference } from '#shared/reference.ts'
import { dateText } from '../calendar/civil.ts'
import { moneyText } from '../exact/amount.ts'
import type { AccountDetail } from '../report/account-detail.ts'
import { type CostLine, costLines, spanAt, type Spans, spread } from '../costs/cost-lines.ts'
import { costRows } from '../costs/cost-rows.ts'
import { periodCosts } from '../costs/period-costs.ts'
import { kindRule, kindWords } from './cost-kind-rules.ts'
import { costFields } from './deciding-fields.ts'
import { type ExplainedRun, missing, moneyStep, ofParts, sumStep } from './explained-run.ts'
import { lineSources, sourcesOf } from './sources.ts'

/** An account of a run with what the run kept for views of it. */
export interface Detailed {
  readonly run: ExplainedRun
  readonly detail: AccountDetail
}

const RULES: Readonly<Record<CostBasis, string>> = {
  billed: 'What is invoiced in this time, by the date of the invoice, credit notes among it.',
  attributable:
    'What pays for this time, whenever it is invoiced: a line that pays for longer counts by the time it has here, in the currency’s smallest amounts, so that its parts add up to it.',
}

const SO_FAR_RULES: Readonly<Record<CostBasis, string>> = {
  billed: 'All that was invoiced from the start of the run to the end of this time.',
  attributable: 'All that pays for the time from the start of the run to the end of this one.',
}

/** What a line of an invoice adds to a stretch of the run. */
interface Part {
  readonly line: CostLine
  readonly step: ExplanationStep
}

/** What a billing period or month comes to, in all or of one kind, by the lines that it is made of. */
export function explainCost(
  catalog: Catalog,
  { run, detail }: Detailed,
  { by, basis, span, of }: Extract<Reference, { kind: 'cost' }>,
): Result<Explanation> {
  const spans = costRows(run, detail, by)
  const row = periodCosts(run, detail, by).rows[span - 1]
  if (row === undefined) return missing('time')
  const parts = costLines(run.invoices, detail).flatMap((line) => partsOf(line, { spans, basis, span, of }))
  const told = row[basis]
  const amount = of === undefined ? told.total : told.kinds.find(({ kind }) => kind === of)?.amount
  if (amount === undefined) return missing('kind of money')
  const what = of === undefined ? 'Cost' : kindWords(of)
  return succeed(
    ofParts({
      title: `${what} ${inWords(by, span, row)}`,
      rule: of === undefined ? RULES[basis] : `${kindRule(of)} ${RULES[basis]}`,
      steps: [...parts.map(({ step }) => step), sumStep(moneyStep('In all', amount))],
      sources: sourcesOf(
        catalog,
        run,
        parts.flatMap(({ line }) => lineSources(catalog, line.of)),
      ),
      ...(of === undefined ? {} : { decidedBy: costFields(of) }),
    }),
  )
}

/** What came together from the start of the run to the end of a stretch, by the stretches until then. */
export function explainSoFar(
  { run, detail }: Detailed,
  { by, basis, span }: Extract<Reference, { kind: 'soFar' }>,
): Result<Explanation> {
  const { rows } = periodCosts(run, detail, by)
  const row = rows[span - 1]
  if (row === undefined) return missing('time')
  return succeed(
    ofParts({
      title: `Cost so far, to ${row.end.slice(0, 10)}`,
      rule: SO_FAR_RULES[basis],
      steps: [
        ...rows.slice(0, span).map((one, place): ExplanationStep => ({
          ...moneyStep(`Cost ${inWords(by, place + 1, one)}`, one[basis].total),
          leadsTo: { kind: 'cost', by, basis, span: place + 1 },
        })),
        sumStep(moneyStep('So far', basis === 'billed' ? row.cumulativeBilled : row.cumulativeAttributable)),
      ],
      sources: [],
    }),
  )
}

function partsOf(
  line: CostLine,
  {
    spans,
    basis,
    span,
    of,
  }: {
    readonly spans: Spans
    readonly basis: CostBasis
    readonly span: number
    readonly of: CostKind | undefined
  },
): readonly Part[] {
  return line.parts.flatMap(({ kind, amount }) => {
    if (of !== undefined && kind !== of) return []
    const own =
      basis === 'billed'
        ? spanAt(spans, line.invoiced) === span - 1
          ? amount
          : 0
        : (spread(amount, line.paysFor, spans, line.minor)[span - 1] ?? 0)
    if (own === 0) return []
    const { invoice, number } = line
    const text = [
      `${line.of.description}, invoice ${invoice}`,
      ...(kind === 'discount' || kind === 'tax' ? [kindWords(kind).toLowerCase()] : []),
      ...(own === amount ? [] : [`its part of ${moneyText(amount)}${paidTimeInWords(line)}`]),
    ].join(', ')
    const step = {
      ...moneyStep(text, moneyText(own)),
      leadsTo: { kind: 'line' as const, invoice, line: number },
    }
    return [{ line, step }]
  })
}

const paidTimeInWords = ({ paysFor: { start, end } }: CostLine): string =>
  end === Infinity ? '' : ` for ${dateText(start)} to ${dateText(end)}`

const inWords = (by: CostSpan, span: number, { start, end }: Pick<PeriodCost, 'start' | 'end'>): string => {
  const time = `${start.slice(0, 10)} to ${end.slice(0, 10)}`
  return by === 'period' ? `of period ${span}, ${time}` : `of ${time}`
}
