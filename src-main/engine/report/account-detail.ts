import type { Instant } from '../calendar/civil.ts'
import type { Span } from '../invoice/months-covered.ts'
import { RecorderGroup } from '../record/recorder-group.ts'
import type { CreditDays } from './credit-days.ts'
import { DayWriter } from './day-writer.ts'
import { PaidTimeWriter } from './paid-time-writer.ts'
import { type Shortage, ShortageWriter } from './shortage-writer.ts'

/** What views of one billed account need and its result does not tell. It is plain data. */
export interface AccountDetail {
  readonly credits: CreditDays
  /** One for each period of the result. */
  readonly shortages: readonly Shortage[]
  /** When each invoice is made; the invoice itself tells the day of it. */
  readonly invoicedAt: readonly Instant[]
  /** The time each line pays for, by invoice and line. */
  readonly paidTimes: readonly (readonly Span[])[]
}

/** Writes the detail of one account down. */
export class DetailWriter extends RecorderGroup {
  readonly #days: DayWriter
  readonly #shortages: ShortageWriter
  readonly #paidTimes: PaidTimeWriter

  constructor() {
    const [days, shortages, paidTimes] = [new DayWriter(), new ShortageWriter(), new PaidTimeWriter()]
    super(days, shortages, paidTimes)
    this.#days = days
    this.#shortages = shortages
    this.#paidTimes = paidTimes
  }

  get detail(): AccountDetail {
    return {
      credits: this.#days.days,
      shortages: this.#shortages.shortages,
      invoicedAt: this.#paidTimes.invoicedAt,
      paidTimes: this.#paidTimes.spans,
    }
  }
}
