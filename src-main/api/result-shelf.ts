import type { AccountDetail } from '#main/engine/index.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'

/** What is kept of a run: all that anything can be asked of without running it again. */
export interface OpenResult {
  readonly catalog: Catalog
  readonly scenario: Scenario
  readonly result: RunResult
  /** What views of the main account need besides. */
  readonly detail: AccountDetail
  /** The same of each account in `result.separateAccounts`. */
  readonly apart: readonly AccountDetail[]
}

export interface ShelfBounds {
  /** Results that are kept. */
  readonly most: number
  /** Rows of all of them together. */
  readonly mostRows: number
}

/** Several windows, each with a few variants; a million rows take some 300 MB. */
const BOUNDS: ShelfBounds = { most: 12, mostRows: 1_000_000 }

/** The results that are open, by their input's hash. The one that was asked of longest ago goes first. */
export class ResultShelf {
  /** In the order in which they were last asked of. */
  readonly #kept = new Map<string, OpenResult>()
  readonly #bounds: ShelfBounds

  constructor(bounds = BOUNDS) {
    this.#bounds = bounds
  }

  find(id: string): OpenResult | undefined {
    const found = this.#kept.get(id)
    if (found === undefined) return undefined
    this.#kept.delete(id)
    this.#kept.set(id, found)
    return found
  }

  /** The newest is kept however large it is. */
  keep(open: OpenResult): void {
    this.#kept.set(open.result.inputHash, open)
    while (this.#kept.size > 1 && this.#isFull()) this.#dropOldest()
  }

  #isFull(): boolean {
    const rows = [...this.#kept.values()].reduce((sum, open) => sum + rowsOf(open), 0)
    return this.#kept.size > this.#bounds.most || rows > this.#bounds.mostRows
  }

  #dropOldest(): void {
    const [oldest] = this.#kept.keys()
    if (oldest !== undefined) this.#kept.delete(oldest)
  }
}

/** How large a result is, roughly: what it has most of. */
const rowsOf = ({ scenario, result }: OpenResult): number =>
  scenario.usageEvents.length +
  rowsIn(result) +
  result.separateAccounts.reduce((sum, account) => sum + rowsIn(account), 0)

const rowsIn = ({
  ledger,
  usage,
  alerts,
  grants,
  invoices,
}: Pick<RunResult, 'ledger' | 'usage' | 'alerts' | 'grants' | 'invoices'>): number =>
  ledger.length +
  usage.length +
  alerts.length +
  grants.length +
  invoices.reduce((sum, { lines }) => sum + lines.length, 0)
