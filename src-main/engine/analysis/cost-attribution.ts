import type { CostDimension, CostDimensions, CostShare } from '#shared/analysis.ts'
import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { dateText } from '../calendar/civil.ts'
import { allocate } from '../exact/allocate.ts'
import { type Credits, creditsText, type Money, moneyText } from '../exact/amount.ts'
import { RecorderGroup } from '../record/recorder-group.ts'
import { lineTotal } from '../record/bill.ts'
import { compileInvoicing } from '../invoice/invoicing.ts'
import { type BorneLine, CostRecord } from '../report/cost-record.ts'
import { NOTHING_USED, plusUsed, servedOf, type UsedRow, type UsedSum } from '../report/used-row.ts'
import { simulate } from '../simulate/simulate.ts'
import { prepareScenario } from './prepared-scenario.ts'
import { type OnProgress, periodProgress } from './progress.ts'

/**
 * What each key, company, member, workspace, product, model or day cost, or each of several at once (a model on a
 * day), in money as it was billed: overage where it fell, everything else by share of the credits used in the time it
 * pays for. The shares sum to the invoices; money for a time in which nobody used anything is a share of its own, the
 * billing workspace's where the scenario names one. A Free plan's costs are nothing. A workspace that went on by itself
 * has costs of its own, which are not in these.
 * Sources: DESIGN §4, seed 003 (costs per model per day).
 */
export function attributeCosts(
  catalog: Catalog,
  scenario: Scenario,
  dimensions: CostDimensions,
  onProgress?: OnProgress,
): Result<readonly CostShare[]> {
  const recorded = recordCosts(catalog, scenario, dimensions, onProgress)
  return recorded.ok ? succeed(sharesOf(recorded.value, dimensions)) : recorded
}

/** The costs of a run, and what each use is called along the dimensions that they are told apart by. */
export interface RecordedCosts {
  readonly costs: CostRecord
  readonly valuesOf: (row: UsedRow) => Values
  /** What money is called that nobody bears. */
  readonly unborne: Values
}

/** Runs the scenario and records who bears which line of its invoices; refused like a run of it. */
export function recordCosts(
  catalog: Catalog,
  scenario: Scenario,
  dimensions: CostDimensions,
  onProgress?: OnProgress,
): Result<RecordedCosts> {
  const prepared = prepareScenario(catalog, scenario)
  if (!prepared.ok) return prepared
  const companies = new Map(scenario.apiKeys.map((key) => [key.id, key.company ?? null]))
  const { terms } = prepared.value
  const invoicing = terms.invoicing ?? compileInvoicing(catalog, scenario)
  const costs = new CostRecord(scenario, 'byAll')
  const watchers = periodProgress(scenario, onProgress)
  simulate({ ...terms, invoicing }, new RecorderGroup(costs, ...watchers))
  return succeed({
    costs,
    valuesOf: (row) => dimensions.map((dimension) => valueOf(dimension, row, companies)),
    unborne: dimensions.map((dimension) => (dimension === 'workspace' ? costs.billing : null)),
  })
}

/** What a use is called along the dimension. */
function valueOf(
  dimension: CostDimension,
  { attribution, at, period }: UsedRow,
  companies: ReadonlyMap<string, string | null>,
): string | null {
  switch (dimension) {
    case 'company':
      return companies.get(attribution.apiKey ?? '') ?? null
    case 'day':
      return dateText(at)
    case 'period':
      return String(period + 1)
    default:
      return attribution[dimension]
  }
}

/** One value of each dimension; null where a use names none. */
export type Values = readonly (string | null)[]

interface Sum {
  readonly values: Values
  readonly used: UsedSum
  readonly cost: Money
}

/** Every line's money handed out, then summed by values, values in order and the unnamed last. */
function sharesOf(
  { costs, valuesOf, unborne }: RecordedCosts,
  dimensions: CostDimensions,
): readonly CostShare[] {
  const sums = new Map<string, Sum>()
  const { byRow, unused } = handOut(costs)
  for (const row of costs.rows) add(sums, { values: valuesOf(row), used: row.sum, cost: byRow.get(row) ?? 0 })
  if (unused !== 0) add(sums, { values: unborne, used: NOTHING_USED, cost: unused })
  return [...sums.values()].toSorted((a, b) => inOrder(dimensions, a.values, b.values)).map(shareOf)
}

/** The money of all invoices by the rows that bear it, and what nobody does. */
function handOut(costs: CostRecord): { readonly byRow: ReadonlyMap<UsedRow, Money>; readonly unused: Money } {
  const byRow = new Map<UsedRow, Money>()
  let unused: Money = 0
  for (const line of costs.bills.flatMap((bill) => costs.borne(bill))) {
    if (line.bearers.length === 0) unused += lineTotal(line.line)
    for (const { row, amount } of partsOfLine(line)) byRow.set(row, (byRow.get(row) ?? 0) + amount)
  }
  return { byRow, unused }
}

/** What of a line each of those who bear it bears, by the credits that each did. */
export function partsOfLine({
  line,
  bearers,
}: BorneLine): readonly { readonly row: UsedRow; readonly credits: Credits; readonly amount: Money }[] {
  if (bearers.length === 0) return []
  const amount = lineTotal(line)
  const parts = allocate(
    Math.abs(amount),
    bearers.map(([, credits]) => credits),
  )
  return bearers.map(([row, credits], place) => ({
    row,
    credits,
    amount: Math.sign(amount) * (parts[place] ?? 0),
  }))
}

function add(sums: Map<string, Sum>, { values, used, cost }: Sum): void {
  const key = JSON.stringify(values)
  const sum = sums.get(key) ?? { values, used: NOTHING_USED, cost: 0 }
  sums.set(key, { values: sum.values, used: plusUsed(sum.used, used), cost: sum.cost + cost })
}

/** By the first dimension in which they differ. */
function inOrder(dimensions: CostDimensions, a: Values, b: Values): number {
  for (const [index, dimension] of dimensions.entries()) {
    const order = compareValues(dimension, a[index] ?? null, b[index] ?? null)
    if (order !== 0) return order
  }
  return 0
}

function compareValues(dimension: CostDimension, a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  if (dimension === 'period') return Number(a) - Number(b)
  return a < b ? -1 : 1
}

const shareOf = ({ values, used, cost }: Sum): CostShare => ({
  values: [...values],
  requests: used.requests,
  credits: creditsText(servedOf(used)),
  overageCredits: creditsText(used.overage),
  cost: moneyText(cost),
})
