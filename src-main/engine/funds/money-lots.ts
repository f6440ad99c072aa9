import type { Instant } from '../calendar/civil.ts'
import type { MoneyLot } from '../record/money-lot.ts'
import type { Money } from '../exact/amount.ts'

/** What is told of money that leaves a lot. */
export type OnMoney = (lot: MoneyLot, amount: Money) => void

/** The lots a prepaid balance is made of, the oldest drawn first. Source: facts §4.2. */
export class MoneyLots {
  readonly #lots: MoneyLot[] = []
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
    for (const lot of this.#lots) {
      if (left === 0) break
      const part = Math.min(left, lot.remaining)
      left -= part
      this.#take(lot, part, onDrawn)
    }
    if (left > 0) throw new Error('A prepaid balance never becomes a debt.')
    this.#tidy()
  }

  /** Takes out the money whose time is over at `at` and answers how much it was. */
  expire(at: Instant, onExpired?: OnMoney): Money {
    const before = this.#balance
    for (const lot of this.#lots) {
      if (lot.expiresAt <= at) this.#take(lot, lot.remaining, onExpired)
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
    let kept = 0
    this.#nextExpiry = Infinity
    for (const lot of this.#lots) {
      if (lot.remaining === 0) continue
      this.#lots[kept++] = lot
      this.#nextExpiry = Math.min(this.#nextExpiry, lot.expiresAt)
    }
    this.#lots.length = kept
  }
}
