import type { CreditLayer } from '#shared/credit-layers.ts'
import { DAY, type Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import type { Credits, Money } from '../exact/amount.ts'
import { wantedBy } from '../record/month-spread.ts'
import type { Grant } from '../record/grant.ts'
import type { MoneyLot } from '../record/money-lot.ts'
import { type MoneyMove, Recorder } from '../record/recorder.ts'
import { isOfOneDay, type Stretch, type Use } from '../record/use.ts'
import {
  causeCell,
  cellOf,
  type CreditDays,
  DAY_WIDTH,
  type Flow,
  LAYERS,
  midnightOf,
  otherCell,
} from './credit-days.ts'

/** What a move of prepaid money counts as. */
const MONEY_CELLS: Readonly<Record<MoneyMove, number>> = {
  opened: otherCell('toppedUp'),
  toppedUp: otherCell('toppedUp'),
  drawn: otherCell('drawn'),
  expired: otherCell('expiredMoney'),
}

const GRACE = otherCell('grace')
const OVERAGE = otherCell('overage')

/** A figure of a day, and how much of it. */
interface Part {
  readonly cell: number
  readonly amount: Credits
}

/** The flows that add to what a layer holds, and those that take from it. */
const SIGNS: Readonly<Record<Exclude<Flow, 'atStart'>, 1 | -1>> = {
  granted: 1,
  movedIn: 1,
  used: -1,
  repaid: -1,
  expired: -1,
  forfeited: -1,
  movedOut: -1,
}

/**
 * Writes down what became of the credits of each layer on each day. Usage that the clock takes in one step for many days is
 * put on each day as the clock would have taken it, had it stopped at every midnight: as much as is wanted by then of the
 * month it is spread over, served first from the grants, then from the grace buffer, then as overage, until the rest is
 * blocked. What is told before a period opens is of the one that closes, so that a day ends with what a period closes with.
 */
export class DayWriter extends Recorder {
  readonly #days: (Float64Array | undefined)[] = []
  #start: Instant = NaN
  #first: Instant = 0
  #end: Instant = 0
  /** When the open period started. */
  #opened: Instant = -Infinity
  readonly #onHand = new Map<CreditLayer, Credits>(LAYERS.map((layer) => [layer, 0]))
  /** The last grant there is, and the first of the open period: ids rise with creation. */
  #lastGrant = -1
  #freshFrom = 0
  /** What the use that is told next takes from grants, in its order; only of one that is spread over days. */
  #burned: Part[] = []
  /** What came with the last midnight at which anything did, in a period that was open before: it may end there, too. */
  #withMidnight: { readonly at: Instant; readonly parts: Part[] } = { at: NaN, parts: [] }

  get days(): CreditDays {
    return { start: this.#start, end: this.#end, days: this.#days }
  }

  override periodOpened({ start }: Period): void {
    if (Number.isNaN(this.#start)) {
      this.#start = start
      this.#first = midnightOf(start)
    }
    this.#opened = start
  }

  override renewed({ start }: Period, grant: Grant | null, heldBack: Credits): void {
    if (grant !== null) this.#enter(start, grant, grant.amount, false)
    this.#flow(start, 'granted', 'fresh', heldBack, false)
    this.#flow(start, 'forfeited', 'fresh', heldBack, false)
  }

  override granted(at: Instant, period: Period, grant: Grant, amount: Credits): void {
    this.#enter(at, grant, amount, at === period.end)
  }

  override burned(stretch: Stretch, grant: Grant, amount: Credits): void {
    const layer = this.#layerOf(grant)
    this.#change(layer, -amount)
    const part = { cell: cellOf('used', layer), amount }
    if (isOfOneDay(stretch)) this.#add(this.#dayOf(stretch.at), part)
    else this.#burned.push(part)
  }

  override used(stretch: Stretch, use: Use): void {
    if (use.pooled === use.wanted && this.#burned.length === 0) return
    const served = [
      ...this.#burned,
      { cell: GRACE, amount: use.grace },
      { cell: OVERAGE, amount: use.overage },
      ...use.blocked.map(({ cause, credits }) => ({ cell: causeCell(cause), amount: credits })),
    ]
    this.#burned = []
    if (!isOfOneDay(stretch)) return this.#spread(stretch, use.wanted, served)
    const day = this.#dayOf(stretch.at)
    for (const part of served) this.#add(day, part)
  }

  override repaid(at: Instant, period: Period, grant: Grant, amount: Credits): void {
    this.#flow(at, 'repaid', this.#layerOf(grant), amount, at === period.end)
  }

  override expired({ end }: Period, grant: Grant, amount: Credits): void {
    this.#flow(end, 'expired', this.#layerOf(grant), amount, true)
  }

  override forfeited({ end }: Period, grant: Grant, amount: Credits): void {
    this.#flow(end, 'forfeited', this.#layerOf(grant), amount, true)
  }

  override carried({ end }: Period, from: Grant, to: Grant): void {
    this.#move(end, this.#layerOf(from), to.amount)
  }

  /** What is left of the period’s own credits is rolled over, whether as the grants it was or in others. */
  override periodClosed({ end, isCut }: Period): void {
    this.#end = end
    this.#endDayAt(end)
    if (isCut) return
    this.#move(end, 'fresh', this.#onHand.get('fresh') ?? 0)
    this.#move(end, 'seat', this.#onHand.get('seat') ?? 0)
    this.#freshFrom = this.#lastGrant + 1
  }

  override moneyMoved(at: Instant, _period: Period, move: MoneyMove, _lot: MoneyLot, amount: Money): void {
    const day = move === 'expired' ? this.#dayEndingAt(at) : this.#dayOf(at)
    this.#add(day, { cell: MONEY_CELLS[move], amount })
  }

  #layerOf({ source, id }: Grant): CreditLayer {
    if (source === 'rollover') return 'rolledOver'
    if (source !== 'plan' && source !== 'seat') return source
    if (id < this.#freshFrom) return 'rolledOver'
    return source === 'plan' ? 'fresh' : 'seat'
  }

  #enter(at: Instant, grant: Grant, amount: Credits, isEnding: boolean): void {
    this.#lastGrant = Math.max(this.#lastGrant, grant.id)
    this.#flow(at, 'granted', this.#layerOf(grant), amount, isEnding)
  }

  #move(at: Instant, from: CreditLayer, amount: Credits): void {
    if (from === 'rolledOver') return
    this.#flow(at, 'movedOut', from, amount, true)
    this.#flow(at, 'movedIn', 'rolledOver', amount, true)
  }

  /** `isEnding`: it ends the time before `at`, and does not start the time after it. */
  #flow(
    at: Instant,
    flow: Exclude<Flow, 'atStart'>,
    layer: CreditLayer,
    amount: Credits,
    isEnding: boolean,
  ): void {
    if (amount === 0) return
    if (isEnding) this.#endDayAt(at)
    const day = isEnding ? this.#dayEndingAt(at) : this.#dayOf(at)
    const change = SIGNS[flow] * amount
    const part = { cell: cellOf(flow, layer), amount }
    this.#add(day, part)
    this.#change(layer, change)
    if (at !== Math.max(this.#start, this.#first + day * DAY)) return
    this.#add(day, { cell: cellOf('atStart', layer), amount: change })
    if (at === this.#opened) return
    if (this.#withMidnight.at !== at) this.#withMidnight = { at, parts: [] }
    this.#withMidnight.parts.push(part)
  }

  /**
   * A period ends at an instant at which credits came to it: a plan that is changed to twice at one midnight. They are of
   * the day before as well, with all that the period ends with.
   */
  #endDayAt(at: Instant): void {
    const { parts } = this.#withMidnight
    if (this.#withMidnight.at !== at || at === this.#opened) return
    const day = this.#dayOf(at)
    for (const part of parts.splice(0)) {
      this.#add(day, { ...part, amount: -part.amount })
      this.#add(day - 1, part)
    }
    const figures = this.#days[day]
    for (const layer of LAYERS) figures?.fill(0, cellOf('atStart', layer), cellOf('atStart', layer) + 1)
  }

  #change(layer: CreditLayer, change: Credits): void {
    this.#onHand.set(layer, (this.#onHand.get(layer) ?? 0) + change)
  }

  /** Each day’s part of what a use came to, in the order in which it was served. */
  #spread({ at, until, month, monthly, weekdays }: Stretch, wanted: Credits, served: readonly Part[]): void {
    if (month === undefined || monthly === undefined)
      throw new Error('Usage of more than a day is a part of no month.')
    const before = wantedBy(at, monthly, month, weekdays)
    let taken = 0
    let next = 0
    let left = served[next]?.amount ?? 0
    for (let day = this.#dayOf(at); taken < wanted; day += 1) {
      const midnight = this.#first + (day + 1) * DAY
      const by = midnight < until ? wantedBy(midnight, monthly, month, weekdays) - before : wanted
      while (taken < by) {
        const part = served[next]
        if (part === undefined) throw new Error('A use came to less than was wanted.')
        const amount = Math.min(by - taken, left)
        this.#add(day, { cell: part.cell, amount })
        taken += amount
        left -= amount
        if (left > 0) continue
        next += 1
        left = served[next]?.amount ?? 0
      }
    }
  }

  #dayOf(at: Instant): number {
    return Math.floor((at - this.#first) / DAY)
  }

  /** What ends at a midnight is of the day before, unless a period has opened with that midnight. */
  #dayEndingAt(at: Instant): number {
    return at > this.#opened && (at - this.#first) % DAY === 0 ? this.#dayOf(at) - 1 : this.#dayOf(at)
  }

  #add(day: number, { cell, amount }: Part): void {
    if (amount === 0) return
    const figures = (this.#days[day] ??= new Float64Array(DAY_WIDTH))
    figures[cell] = (figures[cell] ?? 0) + amount
  }
}
