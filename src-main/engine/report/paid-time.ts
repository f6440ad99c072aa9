import type { Instant } from '../calendar/civil.ts'
import { familyOf } from '../invoice/line-kinds.ts'
import type { Span } from '../invoice/months-covered.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import { Recorder } from '../record/recorder.ts'

/**
 * The time that lines of money pay for: whoever tells costs by time asks here. A term is paid in advance for the time it
 * then has. One that is cut short, by a change that starts another or with the account, has no time after that, so what was
 * charged for it paid for no more than its time until then: a price of which nothing comes back is gone with it, and what
 * does come back, a year's months that had not begun or a refund, was paid for that same time and lowers what it cost. To
 * leave either on the rest of the term would put it on time that the next term charges in full. A change that keeps the
 * term credits and charges its rest, which both have the time they say. Source: facts §5.
 */
export class PaidTime extends Recorder {
  #inForce: ChargeLine[] = []
  readonly #ended = new Map<ChargeLine, Span>()

  override charged(_at: Instant, line: ChargeLine): void {
    if (isOfTerm(line)) this.#inForce.push(line)
  }

  override termCutShort(at: Instant): void {
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
