import { microsOf } from '#shared/decimal.ts'
import type { LedgerEntry } from '#shared/ledger.ts'
import type { PeriodResult } from '#shared/run-result.ts'
import { startOf } from '../report/period-times.ts'
import { endsAPeriod } from './ends-a-period.ts'

/**
 * Tells of a ledger's entries, or of its movements of credits, all of them one after another in the order of time, the
 * number of the period that each belongs to: the last that has begun, or, of credits that a period's end brings, the one
 * that ends then. What is lost where two periods meet is of the first until that has lost as much as it says, and then of
 * the second: a change of plan at the instant of a renewal takes away what the renewal had kept. Money belongs to the
 * period that begins with it, as the invoice of that instant does.
 */
export function periodsOf(periods: readonly PeriodResult[]): (entry: LedgerEntry) => number {
  const starts = periods.map(startOf)
  const lost = periods.map((period) => new Lost(period))
  let current = 0
  /** The first of the periods that can be its: several meet at an instant where one takes no time. */
  const placeOf = (entry: LedgerEntry): number => {
    if (entry.at !== starts[current] || !endsAPeriod(entry)) return current
    const ending = Math.max(starts.indexOf(entry.at) - 1, 0)
    const found = lost.findIndex((one, place) => place >= ending && one.hasRoomFor(entry))
    return found === -1 ? current : Math.min(found, current)
  }
  return (entry) => {
    for (let next = starts[current + 1]; next !== undefined && next <= entry.at; next = starts[current + 1])
      current += 1
    const place = placeOf(entry)
    lost[place]?.add(entry)
    return periods[place]?.index ?? 0
  }
}

/** What a period was seen to lose so far, in millionths of a credit. */
class Lost {
  readonly #of: Pick<PeriodResult, 'expiredCredits' | 'forfeitedCredits'>
  #expired = 0n
  #forfeited = 0n

  constructor(of: Pick<PeriodResult, 'expiredCredits' | 'forfeitedCredits'>) {
    this.#of = of
  }

  add({ to, amount }: LedgerEntry): void {
    if (to === 'credits.expired') this.#expired += microsOf(amount)
    if (to === 'credits.forfeited') this.#forfeited += microsOf(amount)
  }

  /** Whether a movement can be of the period, by all that it lost; what is no loss always can. */
  hasRoomFor({ to, amount }: LedgerEntry): boolean {
    if (to === 'credits.expired') return this.#expired + microsOf(amount) <= microsOf(this.#of.expiredCredits)
    if (to === 'credits.forfeited')
      return this.#forfeited + microsOf(amount) <= microsOf(this.#of.forfeitedCredits)
    return true
  }
}
