import type { Instant } from '../calendar/civil.ts'
import type { MoneyLot } from '../record/money-lot.ts'
import type { Money } from '../exact/amount.ts'

/** What is told of money that leaves a lot. */
export type OnMoney = (lot: MoneyLot, amount: Money) => void

/** The lots a prepaid balance is made of, the oldest drawn first. Source: facts §4.2. */
export class MoneyLots {
  #lots: MoneyLot[] = []
  /** How many of the oldest have nothing left. */
  #drawn = 0
  #balance: Money = 0
  #nextExpiry: Instant = Infinity

  get balance(): Money {
    return this.#balance
  }

  /** When money expires next. */
  get nextExpiry(): Instant {
    return this.#nextExpiry
  }

  add(lot: MoneyLot): void {
    this.#lots.push(lot)
    this.#balance += lot.remaining
    this.#nextExpiry = Math.min(this.#nextExpiry, lot.expiresAt)
  }

  /** Takes money that is there from the oldest lots. */
  draw(amount: Money, onDrawn?: OnMoney): void {
    let left = amount
    let isFirstOver = false
    for (let lot = this.#lots[this.#drawn]; left > 0 && lot !== undefined; lot = this.#lots[this.#drawn]) {
      const part = Math.min(left, lot.remaining)
      left -= part
      this.#take(lot, part, onDrawn)
      if (lot.remaining > 0) break
      this.#drawn += 1
      isFirstOver ||= lot.expiresAt === this.#nextExpiry
    }
    if (left > 0) throw new Error('A prepaid balance never becomes a debt.')
    // Any other lot leaves the next expiry what it is, and a balance may have as many lots as draws.
    if (isFirstOver) this.#tidy()
  }

  /** Takes out the money whose time is over at `at` and answers how much it was. */
  expire(at: Instant, onExpired?: OnMoney): Money {
    const before = this.#balance
    for (const lot of this.#lots) {
      if (lot.remaining > 0 && lot.expiresAt <= at) this.#take(lot, lot.remaining, onExpired)
    }
    this.#tidy()
    return before - this.#balance
  }

  #take(lot: MoneyLot, amount: Money, onMoney: OnMoney | undefined): void {
    lot.remaining -= amount
    this.#balance -= amount
    onMoney?.(lot, amount)
  }

  /** Forgets lots with nothing left. */
  #tidy(): void {
    this.#lots = this.#lots.filter(({ remaining }) => remaining > 0)
    this.#drawn = 0
    this.#nextExpiry = this.#lots.reduce((next, { expiresAt }) => Math.min(next, expiresAt), Infinity)
  }
}
