import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { Bill, BilledLine } from '../record/bill.ts'
import type { Grant } from '../record/grant.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import type { Period } from '../calendar/schedule.ts'
import { isOfOneDay, type Stretch, type Use } from '../record/use.ts'
import { Recorder } from '../record/recorder.ts'
import type { Span } from '../invoice/months-covered.ts'
import { type Bearers, OutstandingOverage } from './outstanding-overage.ts'
import { PaidTime } from './paid-time.ts'
import {
  addUsed,
  byDay,
  type RecordedUse,
  recordedUse,
  servedOf,
  splitUse,
  type UsedRow,
  type UsedSum,
} from './used-row.ts'
import { type ToldApart, type UsageSlice, UsedRows } from './used-rows.ts'

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
  bills: readonly Bill[] = []
  readonly #used: UsedRows
  #start: Instant | null = null
  #toldUntil: Instant = -Infinity
  /** Invoices that a use brings forward are told after it, and may have been due in the midst of it. */
  #last: RecordedUse | null = null
  readonly #outstanding = new OutstandingOverage()
  readonly #paidTime = new PaidTime()
  /** Of each instant's lines of overage, in their order. */
  readonly #bearers = new Map<Instant, Bearers[]>()

  constructor({ workspaces }: Pick<Scenario, 'workspaces'>, toldApart: ToldApart) {
    super()
    this.#used = new UsedRows(toldApart)
    this.billing = workspaces.find(({ kind }) => kind === 'billing')?.id ?? null
  }

  /** All that was used, once the run is over. */
  get rows(): readonly UsedRow[] {
    return this.slices.flatMap(({ rows }) => rows)
  }

  get slices(): readonly UsageSlice[] {
    return this.#used.slices
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

  #within({ kind }: ChargeLine, span: Span): Bearers {
    // Prepaid money serves only what the credits did not.
    const isOfOverage = kind === 'topUp'
    return this.#used
      .begunWithin(span)
      .map((row) => [row, isOfOverage ? row.sum.overage : servedOf(row.sum)] as const)
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
    const { stretch, sum } = this.#last
    if (isOfOneDay(stretch)) this.#add(this.#last, stretch.at, sum)
    else for (const part of byDay(this.#last)) this.#add(this.#last, part.at, part.sum)
    this.#last = null
  }

  #add({ stretch, attribution, isOwed }: RecordedUse, at: Instant, sum: UsedSum): void {
    const row = this.#used.of(attribution, at, stretch.index)
    addUsed(row.sum, sum)
    this.#outstanding.add(row, sum.overage, isOwed)
  }

  #cut(at: Instant): void {
    this.#book()
    this.#used.cut(at)
  }
}

/** Lines that charge usage beyond the pool. */
const isForUsage = ({ kind }: ChargeLine): boolean => kind === 'overage' || kind === 'prepaidUsage'
