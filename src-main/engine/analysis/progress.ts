import type { Scenario } from '#shared/scenario.ts'
import { type Instant, parseDate } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import type { Period } from '../calendar/schedule.ts'
import { Recorder } from '../record/recorder.ts'

/** Told how far a long calculation is, `done` of `of` equal parts; it cannot change it, and ends it by what it throws. */
export type OnProgress = (done: number, of: number) => void

/** A listener that tells how far a run is each time one of its periods closes; none where nobody wants to know. */
export const periodProgress = (
  scenario: Scenario,
  tell: OnProgress | undefined,
): readonly PeriodProgress[] => (tell === undefined ? [] : [new PeriodProgress(scenario, tell)])

class PeriodProgress extends Recorder {
  readonly #start: Instant
  readonly #end: Instant
  readonly #tell: OnProgress

  constructor({ start, months }: Scenario, tell: OnProgress) {
    super()
    this.#start = parseDate(start)
    this.#end = cycleStart(this.#start, months)
    this.#tell = tell
  }

  /** By time: an upgrade restarts the cycle, so that how many periods there will be is not known before. */
  override periodClosed({ end }: Period): void {
    const of = this.#end - this.#start
    this.#tell(Math.min(of, end - this.#start), of)
  }
}
