import { DAY, type Instant, instantText } from './civil.ts'

const MINUTE: Instant = 60_000
/** Of `2026-03-01T09:30:00.250Z`, what the instants of one minute share. */
const SHARED = 16

/** Writes instants that come in the order of time, many to a minute: what they share is written once. */
export class InstantTexts {
  #last: Instant = NaN
  #text = ''
  #minute: Instant = NaN
  #shared = ''

  of(instant: Instant): string {
    if (instant === this.#last) return this.#text
    const inDay = instant - Math.floor(instant / DAY) * DAY
    const inMinute = inDay % MINUTE
    if (instant - inMinute !== this.#minute) {
      this.#minute = instant - inMinute
      this.#shared = instantText(instant).slice(0, SHARED)
    }
    this.#last = instant
    this.#text = this.#shared + endOf(inMinute)
    return this.#text
  }
}

/** What is written of so many milliseconds in a minute, once it was: a text that is kept, and not one more each time. */
const ENDS = Array<string>(MINUTE).fill('')

function endOf(inMinute: Instant): string {
  const known = ENDS[inMinute]
  if (known) return known
  const [seconds, ms] = [Math.floor(inMinute / 1000), inMinute % 1000]
  const end = `:${String(seconds).padStart(2, '0')}.${String(ms).padStart(3, '0')}Z`
  ENDS[inMinute] = end
  return end
}
