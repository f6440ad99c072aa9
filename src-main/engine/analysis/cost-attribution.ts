import type { CostDimension, CostDimensions, CostShare } from '#shared/analysis.ts'
import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { DAY, dateText, type Instant } from '../calendar/civil.ts'
import { allocate } from '../exact/allocate.ts'
import { type Credits, creditsText, type Money, moneyText } from '../exact/amount.ts'
import { asInvoiced } from '../invoice/as-invoiced.ts'
import type { Bill } from '../invoice/bill.ts'
import type { ChargeLine, Stretch, Use } from '../simulate/recorder.ts'
import { RecorderGroup } from '../simulate/recorder-group.ts'
import { SilentRecorder } from '../simulate/silent-recorder.ts'
import { simulate } from '../simulate/simulate.ts'
import type { Attribution } from '../usage/attribution.ts'
import { prepareScenario } from './prepared-scenario.ts'
import { type OnProgress, periodProgress } from './progress.ts'

/**
 * What each key, company, member, workspace, product, model or day cost, or each of several at once (a model on a
 * day), in money as it was billed: overage where it fell, everything else by share of the credits used in the time it
 * pays for. The shares sum to the invoices; money for a time in which nobody used anything is a share of its own. A
 * Free plan's costs are nothing. A workspace that went on by itself has costs of its own, which are not in these.
 * Sources: DESIGN §4, seed 003 (costs per model per day).
 */
export function attributeCosts(
  catalog: Catalog,
  scenario: Scenario,
  dimensions: CostDimensions,
  onProgress?: OnProgress,
): Result<readonly CostShare[]> {
  const prepared = prepareScenario(catalog, scenario)
  if (!prepared.ok) return prepared
  const companies = new Map(scenario.apiKeys.map((key) => [key.id, key.company ?? null]))
  const book = new CostBook((use) => dimensions.map((dimension) => valueOf(dimension, use, companies)))
  const watchers = periodProgress(scenario, onProgress)
  simulate(prepared.value.terms, watchers.length === 0 ? book : new RecorderGroup(book, ...watchers))
  return succeed(book.shares(dimensions))
}

/** What a use is called along the dimension. */
function valueOf(
  dimension: CostDimension,
  { attribution, at, period }: DatedUse,
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

/** Served credits of one day and one attribution. */
interface DatedUse {
  readonly at: Instant
  readonly period: number
  readonly attribution: Attribution
}

/** One value of each dimension; null where a use names none. */
type Values = readonly (string | null)[]

interface Row extends DatedUse {
  readonly values: Values
  requests: number
  pooled: Credits
  overage: Credits
  cost: Money
}

/** A line of money, and where it is overage, how much of it each row used; null: by the time it pays for. */
interface BookedLine {
  readonly line: ChargeLine
  readonly uses: ReadonlyMap<Row, Credits> | null
}

class CostBook extends SilentRecorder {
  readonly #rows = new Map<string, Row>()
  #lines: BookedLine[] = []
  /** Overage of the open period that no line has charged yet. */
  #uncharged = new Map<Row, Credits>()
  readonly #valuesOf: (use: DatedUse) => Values

  constructor(valuesOf: (use: DatedUse) => Values) {
    super()
    this.#valuesOf = valuesOf
  }

  override charged(_at: Instant, line: ChargeLine): void {
    if (!isOverage(line)) return void this.#lines.push({ line, uses: null })
    this.#lines.push({ line, uses: this.#uncharged.size > 0 ? this.#uncharged : null })
    this.#uncharged = new Map()
  }

  /** Money as it was invoiced: after discounts, with what a commitment adds and with tax. */
  override invoiced(bills: readonly Bill[]): void {
    const charged = this.#lines.map(({ line }) => line)
    const { amounts, more } = asInvoiced(charged, bills)
    this.#lines = [
      ...this.#lines.map(({ line, uses }) => ({ line: { ...line, amount: amounts.get(line) ?? 0 }, uses })),
      ...more.map((line) => ({ line, uses: null })),
    ]
  }

  override periodClosed(): void {
    this.#uncharged = new Map()
  }

  override used(stretch: Stretch, use: Use): void {
    const days = daysOf(stretch)
    const lengths = days.map((day) =>
      Math.max(1, Math.min(stretch.until, day + DAY) - Math.max(stretch.at, day)),
    )
    const pooled = allocate(use.pooled + use.grace, lengths)
    const overage = allocate(use.overage, lengths)
    for (const [index, at] of days.entries()) {
      const row = this.#rowOf({ at, period: stretch.index, attribution: use.attribution })
      row.requests += index === 0 ? use.requests : 0
      row.pooled += pooled[index] ?? 0
      const beyond = overage[index] ?? 0
      row.overage += beyond
      if (beyond > 0) this.#uncharged.set(row, (this.#uncharged.get(row) ?? 0) + beyond)
    }
  }

  /** Every line's money handed out, then summed by values, values in order and the unnamed last. */
  shares(dimensions: CostDimensions): readonly CostShare[] {
    const rows = [...this.#rows.values()]
    let unused: Money = 0
    for (const booked of this.#lines) unused += handOut(booked, rows)
    const sums = new Map<string, Sum>()
    for (const row of rows) add(sums, row)
    const unnamed = dimensions.map(() => null)
    if (unused !== 0) add(sums, { values: unnamed, requests: 0, pooled: 0, overage: 0, cost: unused })
    return [...sums.values()].toSorted((a, b) => inOrder(dimensions, a.values, b.values)).map(shareOf)
  }

  #rowOf(use: DatedUse): Row {
    const { workspace, member, apiKey, product, model } = use.attribution
    const key = `${use.at}\u0000${use.period}\u0000${workspace}\u0000${member}\u0000${apiKey}\u0000${product}\u0000${model}`
    const known = this.#rows.get(key)
    if (known !== undefined) return known
    const row = { ...use, values: this.#valuesOf(use), requests: 0, pooled: 0, overage: 0, cost: 0 }
    this.#rows.set(key, row)
    return row
  }
}

type Sum = Pick<Row, 'values' | 'requests' | 'pooled' | 'overage' | 'cost'>

/** The midnights of the days a stretch touches. */
function daysOf({ at, until }: Stretch): readonly Instant[] {
  const first = Math.floor(at / DAY) * DAY
  const count = Math.max(1, Math.ceil((until - first) / DAY))
  return Array.from({ length: count }, (_, day) => first + day * DAY)
}

/** Shares a line's money among the uses it charges, or those of the time it pays for; answers what nobody used. */
function handOut({ line, uses }: BookedLine, rows: readonly Row[]): Money {
  const shares = uses === null ? usesWithin(line, rows) : [...uses]
  if (!shares.some(([, weight]) => weight > 0)) return line.amount
  const sign = Math.sign(line.amount)
  const parts = allocate(
    Math.abs(line.amount),
    shares.map(([, weight]) => weight),
  )
  for (const [index, [row]] of shares.entries()) row.cost += sign * (parts[index] ?? 0)
  return 0
}

/** Rows of the time a line pays for, by the credits it is for. */
function usesWithin(line: ChargeLine, rows: readonly Row[]): readonly (readonly [Row, Credits])[] {
  const from = Math.floor(line.from / DAY) * DAY
  return rows
    .filter((row) => row.at >= from && row.at < line.to)
    .map((row) => [row, isPastCredits(line) ? row.overage : row.pooled + row.overage])
}

const isOverage = ({ kind }: ChargeLine): boolean => kind === 'overage' || kind === 'prepaidUsage'

/** Prepaid money serves only what the credits did not. */
const isPastCredits = (line: ChargeLine): boolean => isOverage(line) || line.kind === 'topUp'

function add(sums: Map<string, Sum>, row: Sum): void {
  const key = JSON.stringify(row.values)
  const sum = sums.get(key) ?? { values: row.values, requests: 0, pooled: 0, overage: 0, cost: 0 }
  sums.set(key, {
    values: sum.values,
    requests: sum.requests + row.requests,
    pooled: sum.pooled + row.pooled,
    overage: sum.overage + row.overage,
    cost: sum.cost + row.cost,
  })
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

const shareOf = ({ values, requests, pooled, overage, cost }: Sum): CostShare => ({
  values: [...values],
  requests,
  credits: creditsText(pooled + overage),
  overageCredits: creditsText(overage),
  cost: moneyText(cost),
})
