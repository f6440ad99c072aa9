import { DAY, type Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { Attribution } from '../record/attribution.ts'
import type { Bill, BilledLine } from '../record/bill.ts'
import type { Grant } from '../record/grant.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Stretch, Use } from '../record/use.ts'
import { Recorder } from '../record/recorder.ts'
import type { Span } from '../invoice/months-covered.ts'
import { type Bearers, OutstandingOverage } from './outstanding-overage.ts'
import { PaidTime } from './paid-time.ts'
import {
  byDay,
  NOTHING_USED,
  plusUsed,
  type RecordedUse,
  recordedUse,
  servedOf,
  splitUse,
  type UsedRow,
} from './used-row.ts'

/** Usage between two moments at which money fell due or a period ended; `to` is the later one. */
export interface UsageSlice {
  readonly to: Instant
  readonly rows: readonly UsedRow[]
}

/** A line of an invoice, the time it pays for, and those who bear it. */
export interface BorneLine {
  readonly line: BilledLine
  /** Its end is Infinity where the line pays for no time that ends. */
  readonly span: Span
  /** Each with credits of their own; nobody, where nobody used anything in the time it pays for. */
  readonly bearers: Bearers
  /** Whether the time it pays for is over: until then, who bears how much of it follows the usage there was so far. */
  readonly isSettled: boolean
}

/**
 * Who bears which line of money: overage those whose overage it charges, everything else those who used credits in the
 * time it pays for, by how many. Whoever tells costs apart, by workspace on an invoice or by model on a day, asks here.
 * What a fee comes to for each is settled once the time it pays for is over. What nobody used falls to the billing
 * workspace, where the scenario names one, and to nobody in it. Sources:
 * DESIGN §4 Cost attribution, seed 000 (usage of each workspace).
 */
export class CostRecord extends Recorder {
  /** Null where the scenario names no workspaces. */
  readonly billing: string | null
  readonly slices: UsageSlice[] = []
  bills: readonly Bill[] = []
  readonly rows: UsedRow[] = []
  /** Rows of the open slice: by day and who, and in the order in which they came. */
  #open = new Map<number, Map<string, UsedRow>>()
  #openRows: UsedRow[] = []
  readonly #keys = new WeakMap<Attribution, string>()
  #start: Instant | null = null
  #toldUntil: Instant = -Infinity
  /** Invoices that a use brings forward are told after it, and may have been due in the midst of it. */
  #last: RecordedUse | null = null
  readonly #outstanding = new OutstandingOverage()
  readonly #paidTime = new PaidTime()
  /** Of each instant's lines of overage, in their order. */
  readonly #bearers = new Map<Instant, Bearers[]>()

  constructor({ workspaces }: Pick<Scenario, 'workspaces'>) {
    super()
    this.billing = workspaces.find(({ kind }) => kind === 'billing')?.id ?? null
  }

  /** When the account starts. */
  get start(): Instant {
    return this.#start ?? 0
  }

  override periodOpened(period: Period): void {
    this.#start ??= period.start
  }

  override used(stretch: Stretch, use: Use): void {
    this.#book()
    this.#last = recordedUse(stretch, use)
  }

  override charged(at: Instant, line: ChargeLine): void {
    if (!isForUsage(line)) {
      this.#cut(at)
      return this.#paidTime.charged(at, line)
    }
    const quantity = line.quantity ?? 0
    const after = this.#bookWith(quantity)
    this.#cut(at)
    this.#last = after
    const bearers = this.#outstanding.charge(quantity)
    const ofInstant = this.#bearers.get(at)
    if (ofInstant === undefined) this.#bearers.set(at, [bearers])
    else ofInstant.push(bearers)
  }

  override repaid(_at: Instant, _period: Period, _grant: Grant, amount: Credits): void {
    this.#book()
    this.#outstanding.repaid(amount)
  }

  override planChanged(at: Instant): void {
    this.#cut(at)
    this.#outstanding.planChanged()
  }

  override periodClosed(period: Period): void {
    this.#cut(period.end)
    this.#toldUntil = period.end
    this.#outstanding.periodClosed()
  }

  override termCutShort(at: Instant): void {
    this.#paidTime.termCutShort(at)
  }

  override invoiced(bills: readonly Bill[]): void {
    this.bills = bills
  }

  /** The lines of one of the run's invoices. */
  borne({ at, lines }: Bill): readonly BorneLine[] {
    const overage = (this.#bearers.get(at) ?? []).values()
    return lines.map((line) => {
      const isUsage = isForUsage(line.charge)
      const { from, to } = line.charge
      const span = isUsage ? { start: from, end: to } : this.#paidTime.of(line.charge)
      const bearers = isUsage ? (overage.next().value ?? []) : this.#within(line.charge, span)
      const isUsed = bearers.some(([, credits]) => credits > 0)
      return {
        line,
        span,
        bearers: isUsed ? bearers : [],
        isSettled: isUsage || span.end <= this.#toldUntil,
      }
    })
  }

  #within({ kind }: ChargeLine, { start, end }: Span): Bearers {
    // Prepaid money serves only what the credits did not.
    const creditsOf =
      kind === 'topUp' ? ({ sum }: UsedRow) => sum.overage : ({ sum }: UsedRow) => servedOf(sum)
    const bearers: (readonly [UsedRow, Credits])[] = []
    for (const row of this.rows) if (row.at >= start && row.at < end) bearers.push([row, creditsOf(row)])
    return bearers
  }

  /** Books the last use up to what a line charges of it; answers what came after. */
  #bookWith(quantity: Credits): RecordedUse | null {
    if (this.#last === null) return null
    const charged = Math.max(0, quantity - this.#outstanding.credits)
    if (charged >= this.#last.sum.overage) return null
    const [before, after] = splitUse(this.#last, charged)
    this.#last = before
    return after
  }

  #book(): void {
    if (this.#last === null) return
    const { stretch, attribution, isOwed } = this.#last
    for (const { at, sum } of byDay(this.#last)) {
      const row = this.#rowOf({ at, period: stretch.index, attribution, sum: NOTHING_USED })
      row.sum = plusUsed(row.sum, sum)
      this.#outstanding.add(row, sum.overage, isOwed)
    }
    this.#last = null
  }

  #cut(at: Instant): void {
    this.#book()
    if (this.#openRows.length === 0) return
    this.slices.push({ to: at, rows: this.#openRows })
    this.#open = new Map()
    this.#openRows = []
  }

  /** One text for all that are told apart by nothing; modelled usage names the same object day after day. */
  #keyOf(attribution: Attribution): string {
    const known = this.#keys.get(attribution)
    if (known !== undefined) return known
    const { workspace, member, apiKey, product, model } = attribution
    const key = `${workspace}\u0000${member}\u0000${apiKey}\u0000${product}\u0000${model}`
    this.#keys.set(attribution, key)
    return key
  }

  #rowOf(row: UsedRow): UsedRow {
    const day = Math.floor(row.at / DAY)
    const who = this.#keyOf(row.attribution)
    const ofDay = this.#open.get(day)
    const known = ofDay?.get(who)
    if (known !== undefined) return known
    if (ofDay === undefined) this.#open.set(day, new Map([[who, row]]))
    else ofDay.set(who, row)
    this.#openRows.push(row)
    this.rows.push(row)
    return row
  }
}

/** Lines that charge usage beyond the pool. */
const isForUsage = ({ kind }: ChargeLine): boolean => kind === 'overage' || kind === 'prepaidUsage'
