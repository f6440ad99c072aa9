import type { Instant } from '../calendar/civil.ts'
import { familyOf } from '../invoice/line-kinds.ts'
import type { Span } from '../invoice/months-covered.ts'
import type { Period } from '../calendar/schedule.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import { Recorder } from '../record/recorder.ts'

/**
 * The time that lines of money pay for. A term that restarts ends early, and what was charged for it paid for no more
 * than its time until then; what the restart gives back of it was paid for that time too. Source: facts §5.
 */
export class PaidTime extends Recorder {
  #inForce: ChargeLine[] = []
  readonly #ended = new Map<ChargeLine, Span>()
  #periodEnd: Instant = Infinity

  override periodOpened({ end }: Period): void {
    this.#periodEnd = end
  }

  override charged(_at: Instant, line: ChargeLine): void {
    // Only the start of a term charges a whole subscription.
    if (line.kind === 'subscription') this.#termEnded(line.from)
    if (isOfTerm(line)) this.#inForce.push(line)
  }

  override periodClosed({ end, isCut }: Period): void {
    if (end < this.#periodEnd && !isCut) this.#termEnded(end)
  }

  #termEnded(at: Instant): void {
    const open = this.#inForce.filter(({ to }) => to > at)
    const start = open.reduce((earliest, { from }) => Math.min(earliest, from), at)
    for (const line of open) this.#ended.set(line, { start: line.from < at ? line.from : start, end: at })
    this.#inForce = []
  }

  /** A line for no time in particular, as a pack that never expires, pays for all that comes after it. */
  of(line: ChargeLine): Span {
    return this.#ended.get(line) ?? { start: line.from, end: line.to > line.from ? line.to : Infinity }
  }
}

const isOfTerm = ({ kind }: ChargeLine): boolean => {
  const family = familyOf(kind)
  return family === 'subscription' || family === 'seats'
}
