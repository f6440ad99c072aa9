import type { Catalog } from '#shared/catalog.ts'
import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { ShareReference } from '#shared/reference.ts'
import type { Scenario } from '#shared/scenario.ts'
import { partsOfLine, recordCosts, type RecordedCosts, type Values } from '../analysis/cost-attribution.ts'
import type { OnProgress } from '../analysis/progress.ts'
import { moneyText } from '../exact/amount.ts'
import { LongSum } from '../exact/long-sum.ts'
import { lineTotal } from '../record/bill.ts'
import type { BorneLine } from '../report/cost-record.ts'
import { type ExplainedRun, missing, moneyStep, ofParts, sumStep } from './explained-run.ts'
import { lineSources, sourcesOf } from './sources.ts'

const RULE =
  'Overage is borne by those whose overage it charges, everything else by those who used credits in the time it pays for, by how many; what is smaller than the smallest amount goes to the largest remainders, so that the shares of a line add up to it.'
const NOBODY = 'Nobody used anything in the time that it pays for.'

/** What a share bears of a line. */
interface Borne {
  readonly amount: number
  /** The credits by which it bears it, and all there were; null where nobody used anything. */
  readonly credits: { readonly own: string; readonly all: string } | null
}

/**
 * A share of the costs by the lines it bears a part of. The scenario is billed anew to tell who bears what; `run` is what it
 * came to, whose lines are named. Refused like a run of it, and of a share there is none of.
 */
export function explainShare(
  {
    catalog,
    scenario,
    run,
  }: { readonly catalog: Catalog; readonly scenario: Scenario; readonly run: ExplainedRun },
  { dimensions, values }: ShareReference,
  onProgress?: OnProgress,
): Result<Explanation> {
  const recorded = recordCosts(catalog, scenario, dimensions, onProgress)
  if (!recorded.ok) return recorded
  const { costs, valuesOf } = recorded.value
  const sum = new LongSum()
  const parts = costs.bills.flatMap((bill, place) => {
    const invoice = run.invoices[place]
    return costs.borne(bill).flatMap((line, index) => {
      const written = invoice?.lines[index]
      const borne = borneBy(recorded.value, line, values)
      if (borne === null || invoice === undefined || written === undefined) return []
      sum.add(borne.amount)
      const how =
        borne.credits === null
          ? ''
          : `: ${borne.credits.own} of ${borne.credits.all} credits, of ${moneyText(lineTotal(line.line))}`
      const step: ExplanationStep = {
        ...moneyStep(`${written.description}, invoice ${invoice.number}${how}`, moneyText(borne.amount)),
        leadsTo: { kind: 'line', invoice: invoice.number, line: index + 1 },
      }
      return [{ step, borne, sources: lineSources(catalog, written) }]
    })
  })
  const isThere = costs.rows.some((row) => isNamed(valuesOf(row), values))
  if (parts.length === 0 && !isThere) return missing('share')
  const unborne = parts.some(({ borne }) => borne.credits === null) ? ` ${NOBODY}` : ''
  return succeed(
    ofParts({
      title: `Cost of ${values.map((value) => value ?? 'what names none').join(', ')}`,
      rule: `${RULE}${unborne}`,
      steps: [...parts.map(({ step }) => step), sumStep(moneyStep('In all', sum.money))],
      sources: sourcesOf(
        catalog,
        run,
        parts.flatMap(({ sources }) => sources),
      ),
    }),
  )
}

const isNamed = (named: Values, values: Values): boolean =>
  named.length === values.length && named.every((value, place) => value === values[place])

/** Null where the share bears nothing of the line. */
function borneBy({ valuesOf, unborne }: RecordedCosts, line: BorneLine, values: Values): Borne | null {
  if (line.bearers.length === 0) {
    const amount = lineTotal(line.line)
    return isNamed(unborne, values) && amount !== 0 ? { amount, credits: null } : null
  }
  const [own, all] = [new LongSum(), new LongSum()]
  let amount = 0
  for (const part of partsOfLine(line)) {
    all.add(part.credits)
    if (!isNamed(valuesOf(part.row), values)) continue
    own.add(part.credits)
    amount += part.amount
  }
  return amount === 0 ? null : { amount, credits: { own: own.credits, all: all.credits } }
}
