import { DAY, dateText, type Instant, instantText } from './civil.ts'

const MINUTE: Instant = 60_000

/** Writes instants that come in the order of time, many to a day: what they share is written once. */
export class InstantTexts {
  #last: Instant = NaN
  #text = ''
  #midnight: Instant = NaN
  #date = ''
  #minute: Instant = NaN
  #shared = ''

  of(instant: Instant): string {
    if (instant === this.#last) return this.#text
    const inDay = instant - Math.floor(instant / DAY) * DAY
    const inMinute = inDay % MINUTE
    if (instant - inMinute !== this.#minute) {
      this.#minute = instant - inMinute
      this.#shared = this.#dateOf(instant - inDay) + middleOf((inDay - inMinute) / MINUTE)
    }
    this.#last = instant
    this.#text = this.#shared + endOf(inMinute)
    return this.#text
  }

  #dateOf(midnight: Instant): string {
    if (midnight === this.#midnight) return this.#date
    this.#midnight = midnight
    this.#date = dateText(midnight)
    return this.#date
  }
}

/** Of `2026-03-01T09:30:00.250Z` the middle, `T09:30`, for each minute of a day: kept once it was written, as the ends are. */
const MIDDLES = Array<string>(DAY / MINUTE).fill('')

/** Of the same the end, `:00.250Z`, for each millisecond of a minute. */
const ENDS = Array<string>(MINUTE).fill('')

const middleOf = (minute: number): string => (MIDDLES[minute] ||= instantText(minute * MINUTE).slice(10, 16))

const endOf = (inMinute: Instant): string => (ENDS[inMinute] ||= instantText(inMinute).slice(16))
