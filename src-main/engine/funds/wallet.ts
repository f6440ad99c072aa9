import type { AutoTopUp } from '#shared/prepaid.ts'
import type { BlockCause } from '#shared/run-result.ts'
import type { Instant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { type Credits, inBounds, MICROS, type Money, moneyText, toMicros } from '../exact/amount.ts'
import { whole } from '../exact/rational.ts'
import type { CompiledPrepaid } from '../plan/compiled-plan.ts'
import { triggerProblem } from '../plan/compile-prepaid.ts'
import { MoneyLots } from './money-lots.ts'
import type { MoneyMove, Recorder } from '../record/recorder.ts'
import type { Totals } from '../record/totals.ts'
import type { Moment } from '../subscription/moment.ts'
import type { WalletTerms } from './funds-terms.ts'
import type { PastQuota, ServedPast, When } from '../overage/past-quota.ts'
import { PrepaidRate } from './prepaid-rate.ts'

const NOT_SOLD = 'The plan has no prepaid balance.'

/**
 * A prepaid balance in money. It serves usage past the credits on hand at the credits per unit of money of the plan of
 * the moment, so a change of plan re-values its credits and never its money; it is drawn to the micro, oldest lots
 * first, and never becomes a debt: at nothing, usage is blocked. It stays through every change of plan and is not
 * refunded. A use that would leave less than the trigger of automatic top-up is preceded by as many top-ups as it takes.
 * Source: facts §4.2.
 */
export class Wallet implements PastQuota {
  readonly #opening: Money
  readonly #openingMonths: number
  readonly #moment: Moment
  readonly #totals: Totals
  readonly #recorder: Recorder | undefined
  readonly #lots = new MoneyLots()
  readonly #rate = new PrepaidRate()
  #auto: AutoTopUp
  /** The most money a period may draw; null for no limit. */
  #limit: Money | null
  #drawnInPeriod: Money = 0
  #purchases = 0

  constructor(
    { opening, openingMonths, autoTopUp }: WalletTerms,
    limit: Money | null,
    moment: Moment,
    totals: Totals,
    recorder: Recorder | undefined,
  ) {
    this.#moment = moment
    this.#opening = opening
    this.#openingMonths = openingMonths
    this.#auto = autoTopUp
    this.#limit = limit
    this.#totals = totals
    this.#recorder = recorder
  }

  get balance(): Money {
    return this.#lots.balance
  }

  get nextExpiry(): Instant {
    return this.#lots.nextExpiry
  }

  /** The run starts with the balance the scenario gives it; it expires as if it were bought now. */
  open(at: Instant): void {
    if (this.#opening > 0) this.#add(at, 'opened', this.#opening, 0)
    this.#topUpBefore(at, 0)
  }

  startPeriod(): void {
    this.#drawnInPeriod = 0
  }

  setLimit(limit: Money | null): void {
    this.#limit = limit
  }

  /** Somebody buys money by hand; answers why it is refused, or null. */
  topUp(at: Instant, amount: Money): string | null {
    const terms = this.#prepaid
    if (terms === null) return NOT_SOLD
    if (amount < terms.minimumTopUp) return `A top-up is at least ${moneyText(terms.minimumTopUp)}.`
    this.#buy(at, terms, amount, 1, 'Top-up of the prepaid balance')
    return null
  }

  /** Turned on below its trigger, it tops up at once; answers why it is refused, or null. */
  setAuto(at: Instant, auto: AutoTopUp): string | null {
    const terms = this.#prepaid
    if (auto !== 'off') {
      if (terms === null) return NOT_SOLD
      if (auto.amount !== undefined && toMicros(auto.amount) < terms.minimumTopUp)
        return `A top-up is at least ${moneyText(terms.minimumTopUp)}.`
      const problem = triggerProblem(auto.below, terms.autoTopUp.mustRemain)
      if (problem !== null) return problem
    }
    this.#auto = auto
    this.#topUpBefore(at, 0)
    return null
  }

  /** Money whose time is over at `at` is lost; automatic top-up may follow. */
  expire(at: Instant): void {
    const [recorder, { period }] = [this.#recorder, this.#moment]
    const amount =
      recorder === undefined
        ? this.#lots.expire(at)
        : this.#lots.expire(at, (lot, part) => recorder.moneyMoved(at, period, 'expired', lot, part))
    this.#totals.expiredMoney += amount
    this.#topUpBefore(at, 0)
  }

  /** A grace buffer is for accounts that buy nothing past their credits. */
  graceFor(): Credits {
    return 0
  }

  servable(wanted: Credits): Credits {
    const terms = this.#prepaid
    if (terms === null) return 0
    const limited = this.#limit === null ? Infinity : Math.max(0, this.#limit - this.#drawnInPeriod)
    const money = this.#tops(terms) === null ? Math.min(this.balance, limited) : limited
    return this.#rate.within(terms, wanted, money)
  }

  whyBlocked(): BlockCause {
    const terms = this.#prepaid
    if (this.#limit === null || terms === null) return 'walletEmpty'
    const isLimited = this.#limit - this.#drawnInPeriod < this.balance
    return isLimited || this.#tops(terms) !== null ? 'spendLimit' : 'walletEmpty'
  }

  /** What is served draws its money. */
  serve({ at }: When, wanted: Credits): ServedPast {
    const overage = this.servable(wanted)
    if (overage > 0) this.#drawFor(at, overage)
    return { grace: 0, overage }
  }

  #drawFor(at: Instant, credits: Credits): void {
    const terms = this.#prepaid
    this.#totals.overageCredits += credits
    if (terms === null) return
    const money = this.#rate.take(terms, credits)
    this.#topUpBefore(at, money)
    this.#drawnInPeriod += money
    this.#totals.drawnMoney += money
    const [recorder, { period }] = [this.#recorder, this.#moment]
    if (recorder === undefined) this.#lots.draw(money)
    else this.#lots.draw(money, (lot, part) => recorder.moneyMoved(at, period, 'drawn', lot, part))
  }

  /** Money pays at once: nothing is owed. */
  owed(): Credits {
    return 0
  }

  get #prepaid(): CompiledPrepaid | null {
    return this.#moment.plan.prepaid
  }

  /**
   * What automatic top-up does on the plan of the moment, no less than that plan's least; null where it is off or would
   * change nothing.
   */
  #tops(terms: CompiledPrepaid): { readonly amount: Money; readonly below: Money } | null {
    if (this.#auto === 'off') return null
    const { amount, below } = this.#auto
    const wanted = amount === undefined ? terms.autoTopUp.amount : toMicros(amount)
    const tops = {
      amount: Math.max(wanted, terms.minimumTopUp),
      below: Math.max(
        below === undefined ? terms.autoTopUp.below : toMicros(below),
        terms.autoTopUp.mustRemain,
      ),
    }
    return tops.amount > 0 && tops.below > 0 ? tops : null
  }

  #topUpBefore(at: Instant, draw: Money): void {
    const terms = this.#prepaid
    const tops = terms === null ? null : this.#tops(terms)
    if (terms === null || tops === null) return
    const missing = tops.below + draw - this.balance
    if (missing > 0)
      this.#buy(
        at,
        terms,
        tops.amount,
        Math.ceil(missing / tops.amount),
        'Automatic top-up of the prepaid balance',
      )
  }

  #buy(at: Instant, terms: CompiledPrepaid, each: Money, count: number, description: string): void {
    const amount = inBounds(each * count)
    this.#totals.topUps += amount
    const lot = this.#add(at, 'toppedUp', amount, ++this.#purchases)
    this.#recorder?.charged(at, {
      kind: 'topUp',
      description,
      from: at,
      to: lot,
      quantity: count * MICROS,
      amount,
      exact: whole(amount),
      working: () => [{ quantity: count * MICROS, rate: `${moneyText(each)} each`, amount }],
      source: terms.source,
    })
  }

  /** Answers when it expires. */
  #add(at: Instant, move: MoneyMove, amount: Money, id: number): Instant {
    const expiresAt = cycleStart(at, this.#prepaid?.expiresAfterMonths ?? this.#openingMonths)
    const lot = { id, boughtAt: at, expiresAt, amount, remaining: amount }
    this.#lots.add(lot)
    this.#recorder?.moneyMoved(at, this.#moment.period, move, lot, amount)
    return expiresAt
  }
}
