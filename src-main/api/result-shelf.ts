import type { AccountDetail, CostDetail, DetailedRun } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'

/** All of a run that anything can be asked of without running it again. */
export interface WholeRun {
  readonly result: RunResult
  /** What views of the main account need besides. */
  readonly detail: AccountDetail
  /** The same of each account in `result.separateAccounts`. */
  readonly apart: readonly AccountDetail[]
}

/** What the costs of an account by period rest on. */
export interface Costing {
  readonly account: Pick<RunResult, 'periods' | 'invoices'>
  readonly detail: CostDetail
}

/** What is kept of a result that is open. */
export interface OpenResult {
  readonly summary: ResultSummary
  readonly catalog: Catalog
  readonly scenario: Scenario
  /** Of the main account, there from the first: whoever edits sees its months with what it comes to. */
  readonly costing: Costing
  /** The whole run, where the opening billed that; null where it is billed once somebody asks: see `AskedParts`. */
  readonly billed: WholeRun | null
}

export interface ShelfBounds {
  /** Results that are kept. */
  readonly most: number
  /** Rows of all of them together. */
  readonly mostRows: number
}

/** Several windows, each with a few variants; a million rows take some 300 MB. */
const BOUNDS: ShelfBounds = { most: 12, mostRows: 1_000_000 }

interface Kept {
  readonly open: OpenResult
  /** Rows of what was made of it since, by part. */
  readonly parts: Map<string, number>
  rows: number
}

/** The results that are open, by their input's hash. The one that was asked of longest ago goes first. */
export class ResultShelf {
  /** In the order in which they were last asked of. */
  readonly #kept = new Map<string, Kept>()
  readonly #bounds: ShelfBounds

  constructor(bounds = BOUNDS) {
    this.#bounds = bounds
  }

  find(id: string): OpenResult | undefined {
    const found = this.#kept.get(id)
    if (found === undefined) return undefined
    this.#kept.delete(id)
    this.#kept.set(id, found)
    return found.open
  }

  /**
   * Lets go of what would have to go for one more result as large as the one that was asked of last: two states of an
   * account are about as large. That one stays, for it is shown until the next is there.
   */
  makeRoom(): void {
    const last = [...this.#kept.values()].at(-1)
    this.#dropBeyond({ most: this.#bounds.most - 1, mostRows: this.#bounds.mostRows - (last?.rows ?? 0) })
  }

  /** The newest is kept however large it is. */
  keep(open: OpenResult): void {
    this.#kept.set(open.summary.id, { open, parts: new Map(), rows: rowsOf(open) })
    this.#dropBeyond(this.#bounds)
  }

  /** Counts in how large a part is that was made of a kept result; what was made of that part before is counted no more. */
  weigh(id: string, part: string, rows: number): void {
    const kept = this.#kept.get(id)
    if (!kept) return
    kept.rows += rows - (kept.parts.get(part) ?? 0)
    kept.parts.set(part, rows)
    this.#dropBeyond(this.#bounds)
  }

  #dropBeyond({ most, mostRows }: ShelfBounds): void {
    let rows = [...this.#kept.values()].reduce((sum, kept) => sum + kept.rows, 0)
    for (const [id, kept] of this.#kept) {
      if (this.#kept.size <= 1 || (this.#kept.size <= most && rows <= mostRows)) return
      this.#kept.delete(id)
      rows -= kept.rows
    }
  }
}

/** How large it is before its whole run is there, roughly. */
const rowsOf = ({ scenario, summary, costing: { account } }: OpenResult): number =>
  scenario.usageEvents.length + peopleIn(scenario) + summary.periods.length + linesOf(account.invoices)

/** How large a whole run is, roughly: what it has most of. */
export const rowsOfRun = ({ result, detail, apart }: DetailedRun): number =>
  rowsIn(result) +
  result.separateAccounts.reduce((sum, account) => sum + rowsIn(account), 0) +
  [detail, ...apart].reduce((sum, one) => sum + one.credits.days.length + one.shortages.length, 0)

const linesOf = (invoices: RunResult['invoices']): number =>
  invoices.reduce((sum, { lines }) => sum + lines.length, 0)

const peopleIn = ({ members, changes, usage }: Scenario): number =>
  members.length + changes.length + (usage.kind === 'streams' ? usage.streams.length : 0)

const rowsIn = ({
  ledger,
  usage,
  alerts,
  grants,
  invoices,
}: Pick<RunResult, 'ledger' | 'usage' | 'alerts' | 'grants' | 'invoices'>): number =>
  ledger.length + usage.length + alerts.length + grants.length + linesOf(invoices)
