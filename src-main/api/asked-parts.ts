import {
  type AccountOfRun,
  type AccountVersion,
  type AlertLook,
  type BilledAs,
  billedAs,
  type LedgerAsked,
  type LedgerLook,
  lookIntoAlerts,
  lookIntoLedger,
  type OnProgress,
  seatReport,
} from '#main/engine/index.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { AlertFilter } from '#shared/open-result.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { SeatReport } from '#shared/seat-report.ts'
import { wholeRun } from './opened-result.ts'
import { resolveCatalog } from './resolve-catalog.ts'
import { ResultParts } from './result-parts.ts'
import { type OpenResult, type ResultShelf, rowsOfRun, type WholeRun } from './result-shelf.ts'

/** An account of an open result. */
export interface OfOpen {
  readonly open: OpenResult
  readonly account: string | null
  readonly billed: AccountOfRun
}

/** A row of a result takes as much as so many numbers. */
const NUMBERS_OF_A_ROW = 32

/** Whoever asks why one version costs more than another goes on to either. */
const MOST_VERSIONS = 2

const placed = (places: readonly number[]): number => Math.ceil(places.length / NUMBERS_OF_A_ROW)

const rowsOfReport = ({ steps, refusals, members, nameless }: SeatReport): number =>
  steps.length +
  refusals.length +
  nameless.stops.length +
  members.reduce(
    (sum, { seats, ceilings, stops }) => sum + 1 + seats.length + ceilings.length + stops.length,
    0,
  )

/** What is made of open results when it is first asked for, their whole runs first of all. */
export class AskedParts {
  readonly #wholes: ResultParts<Result<WholeRun>>
  readonly #ledgers: ResultParts<LedgerLook>
  readonly #alerts: ResultParts<AlertLook>
  readonly #seats: ResultParts<Result<SeatReport>>
  readonly #versions: ResultParts<Result<BilledAs>>

  constructor(shelf: ResultShelf) {
    this.#wholes = new ResultParts(shelf, 'whole', (whole) => (whole.ok ? rowsOfRun(whole.value) : 0))
    this.#ledgers = new ResultParts(shelf, 'ledger', ({ places, groups }) => placed(places) + groups.length)
    this.#alerts = new ResultParts(shelf, 'alerts', ({ places }) => placed(places))
    this.#seats = new ResultParts(shelf, 'seats', (report) => (report.ok ? rowsOfReport(report.value) : 0))
    const rowsOfVersion = (billed: Result<BilledAs>) => (billed.ok ? rowsOfRun(billed.value.run) : 0)
    this.#versions = new ResultParts(shelf, 'versions', rowsOfVersion, MOST_VERSIONS)
  }

  wholeRun(open: OpenResult, onProgress?: OnProgress): Result<WholeRun> {
    const { catalog, scenario, summary, billed } = open
    const make = () =>
      billed ? succeed(billed) : wholeRun({ catalog, scenario, id: summary.id }, onProgress)
    return this.#wholes.of(open, { account: null, asked: '', make })
  }

  ledgerLook({ open, account, billed }: OfOpen, { filter, groupBy }: LedgerAsked): LedgerLook {
    const make = () => lookIntoLedger(billed, { filter, groupBy })
    return this.#ledgers.of(open, { account, asked: canonicalJson({ filter, groupBy }), make })
  }

  alertLook({ open, account, billed }: OfOpen, { severities, kinds, subject }: AlertFilter): AlertLook {
    const filter = { severities, kinds, subject }
    return this.#alerts.of(open, {
      account,
      asked: canonicalJson(filter),
      make: () => lookIntoAlerts(billed, filter),
    })
  }

  seatReport(open: OpenResult, onProgress?: OnProgress): Result<SeatReport> {
    const make = () => seatReport(open.catalog, open.scenario, onProgress)
    return this.#seats.of(open, { account: null, asked: '', make })
  }

  /** The account billed another way, in full. */
  billedAs(open: OpenResult, version: AccountVersion): Result<BilledAs> {
    const { catalog, scenario } = open
    const make = () => billedAs({ catalog, scenario, catalogOf: resolveCatalog }, version)
    return this.#versions.of(open, { account: null, asked: canonicalJson(version), make })
  }
}
