import { type OnProgress, seatReport } from '#main/engine/index.ts'
import type { Result } from '#shared/problem.ts'
import type { SeatReport } from '#shared/seat-report.ts'
import type { OpenResult } from './result-shelf.ts'

/** Reports of seats, each worked out when it is first asked for and kept for as long as its result is. */
export class SeatReports {
  readonly #known = new WeakMap<OpenResult, Result<SeatReport>>()

  of(open: OpenResult, onProgress?: OnProgress): Result<SeatReport> {
    const known = this.#known.get(open)
    if (known) return known
    const report = seatReport(open.catalog, open.scenario, onProgress)
    this.#known.set(open, report)
    return report
  }
}
