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
    this.#text = this.#shared + SECONDS[Math.floor(inMinute / 1000)] + MILLISECONDS[inMinute % 1000]
    return this.#text
  }
}

const SECONDS: readonly string[] = Array.from(
  { length: 60 },
  (_, value) => `:${String(value).padStart(2, '0')}`,
)
const MILLISECONDS: readonly string[] = Array.from(
  { length: 1000 },
  (_, value) => `.${String(value).padStart(3, '0')}Z`,
)
