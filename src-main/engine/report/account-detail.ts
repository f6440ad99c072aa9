import type { Instant } from '../calendar/civil.ts'
import type { Span } from '../invoice/months-covered.ts'
import { RecorderGroup } from '../record/recorder-group.ts'
import type { CreditDays } from './credit-days.ts'
import { DayWriter } from './day-writer.ts'
import { PaidTimeWriter } from './paid-time-writer.ts'
import { type Shortage, ShortageWriter } from './shortage-writer.ts'

/** What its costs need to be told by period, and the result of a billed account does not tell. It is plain data. */
export interface CostDetail {
  /** One for each period of the result. */
  readonly shortages: readonly Shortage[]
  /** When each invoice is made; the invoice itself tells the day of it. */
  readonly invoicedAt: readonly Instant[]
  /** The time each line pays for, by invoice and line. */
  readonly paidTimes: readonly (readonly Span[])[]
}

/** The same, and what other views of the account need. */
export interface AccountDetail extends CostDetail {
  readonly credits: CreditDays
}

/** Writes down what costs by period need. */
export class CostDetailWriter extends RecorderGroup {
  readonly #shortages: ShortageWriter
  readonly #paidTimes: PaidTimeWriter

  constructor() {
    const [shortages, paidTimes] = [new ShortageWriter(), new PaidTimeWriter()]
    super(shortages, paidTimes)
    this.#shortages = shortages
    this.#paidTimes = paidTimes
  }

  get detail(): CostDetail {
    return {
      shortages: this.#shortages.shortages,
      invoicedAt: this.#paidTimes.invoicedAt,
      paidTimes: this.#paidTimes.spans,
    }
  }
}

/** Writes the whole detail of one account down. */
export class DetailWriter extends RecorderGroup {
  readonly #days: DayWriter
  readonly #costs: CostDetailWriter

  constructor() {
    const [days, costs] = [new DayWriter(), new CostDetailWriter()]
    super(days, costs)
    this.#days = days
    this.#costs = costs
  }

  get detail(): AccountDetail {
    return { credits: this.#days.days, ...this.#costs.detail }
  }
}
