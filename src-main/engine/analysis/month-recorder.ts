import type { MonthCost } from '#shared/comparison.ts'
import { dateText, type Instant } from '../calendar/civil.ts'
import { type Credits, creditsText, type Money, moneyText } from '../exact/amount.ts'
import type { Bill } from '../record/bill.ts'
import type { Grant } from '../record/grant.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Stretch, Use } from '../record/use.ts'
import { Recorder } from '../record/recorder.ts'

/** Writes down money and credits month by month; overage belongs to the month it was used in. */
export class MonthRecorder extends Recorder {
  /** Credits from the pool that months used beyond their quota. */
  aboveQuota: Credits = 0
  readonly #quota: Credits
  readonly #closed: Month[] = []
  #month = noMonth()
  /** Where each line was written down: its invoice may come to another amount for it. */
  readonly #written = new Map<ChargeLine, Month>()

  constructor(quota: Credits) {
    super()
    this.#quota = quota
  }

  override periodOpened(): void {
    this.#month = noMonth()
  }

  get months(): MonthCost[] {
    return this.#closed.map(monthCost)
  }

  override charged(_at: Instant, line: ChargeLine): void {
    this.#written.set(line, this.#month)
    add(this.#month, line, line.amount)
  }

  override invoiced(bills: readonly Bill[]): void {
    for (const { charge, amount } of bills.flatMap(({ lines }) => lines)) {
      const month = this.#written.get(charge)
      if (month !== undefined) add(month, charge, amount - charge.amount)
    }
  }

  override renewed(_period: Period, _grant: Grant | null, heldBack: Credits): void {
    this.#month.forfeited += heldBack
  }

  override burned(stretch: Stretch, grant: Grant, amount: Credits): void {
    if (grant.createdAt === stretch.start) this.#month.fromGrant += amount
    else this.#month.fromRollover += amount
  }

  override used(_stretch: Stretch, use: Use): void {
    this.#month.usage += use.wanted
    this.#month.overageCredits += use.overage
    this.#month.grace += use.grace
    this.#month.blocked += use.wanted - use.pooled - use.grace - use.overage
  }

  override expired(_period: Period, _grant: Grant, amount: Credits): void {
    this.#month.expired += amount
  }

  override forfeited(_period: Period, _grant: Grant, amount: Credits): void {
    this.#month.forfeited += amount
  }

  override periodClosed(period: Period, balance: Credits): void {
    const month = this.#month
    this.aboveQuota += Math.max(0, month.fromGrant + month.fromRollover - this.#quota)
    month.number = period.index + 1
    month.start = period.start
    month.closing = balance
    this.#closed.push(month)
  }
}

type Month = ReturnType<typeof noMonth>

const noMonth = () => ({
  number: 0,
  start: 0,
  subscription: 0,
  overage: 0,
  usage: 0,
  fromGrant: 0,
  fromRollover: 0,
  grace: 0,
  overageCredits: 0,
  blocked: 0,
  expired: 0,
  forfeited: 0,
  closing: 0,
})

function add(month: Month, { kind }: ChargeLine, amount: Money): void {
  if (kind === 'overage' || kind === 'prepaidUsage') month.overage += amount
  else month.subscription += amount
}

const monthCost = (month: Month): MonthCost => ({
  month: month.number,
  start: dateText(month.start),
  subscription: moneyText(month.subscription),
  overage: moneyText(month.overage),
  total: moneyText(month.subscription + month.overage),
  usage: creditsText(month.usage),
  fromGrant: creditsText(month.fromGrant),
  fromRollover: creditsText(month.fromRollover),
  graceCredits: creditsText(month.grace),
  overageCredits: creditsText(month.overageCredits),
  blockedCredits: creditsText(month.blocked),
  expiredCredits: creditsText(month.expired),
  forfeitedCredits: creditsText(month.forfeited),
  closingCredits: creditsText(month.closing),
})
