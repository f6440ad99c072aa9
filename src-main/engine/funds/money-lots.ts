import type { Instant } from '../calendar/civil.ts'
import type { MoneyLot } from '../record/money-lot.ts'
import type { Money } from '../exact/amount.ts'
import { ExpiryQueue } from './expiry-queue.ts'

/** What is told of money that leaves a lot. */
export type OnMoney = (lot: MoneyLot, amount: Money) => void

/** The lots a prepaid balance is made of, the oldest drawn first. Source: facts §4.2. */
export class MoneyLots {
  #lots: MoneyLot[] = []
  /** How many of the oldest have nothing left. */
  #emptied = 0
  #balance: Money = 0
  /** Begins with a lot that has something left. */
  readonly #expiring = new ExpiryQueue()

  get balance(): Money {
    return this.#balance
  }

  /** When money expires next. */
  get nextExpiry(): Instant {
    return this.#expiring.first?.expiresAt ?? Infinity
  }

  /** Takes in a lot with something in it, bought after all others. */
  add(lot: MoneyLot): void {
    this.#lots.push(lot)
    this.#balance += lot.remaining
    this.#expiring.add(lot)
  }

  /** Takes money that is there from the oldest lots. */
  draw(amount: Money, onDrawn?: OnMoney): void {
    let left = amount
    for (
      let lot = this.#lots[this.#emptied];
      left > 0 && lot !== undefined;
      lot = this.#lots[this.#emptied]
    ) {
      const part = Math.min(left, lot.remaining)
      left -= part
      if (part > 0) this.#take(lot, part, onDrawn)
      if (lot.remaining > 0) break
      this.#emptied += 1
    }
    if (left > 0) throw new Error('A prepaid balance never becomes a debt.')
    this.#tidy()
  }

  /** Takes out the money whose time is over at `at`, of the oldest lots first, and answers how much it was. */
  expire(at: Instant, onExpired?: OnMoney): Money {
    const before = this.#balance
    const over: MoneyLot[] = []
    for (
      let lot = this.#expiring.first;
      lot !== undefined && lot.expiresAt <= at;
      lot = this.#expiring.first
    ) {
      if (lot.remaining > 0) over.push(lot)
      this.#expiring.removeFirst()
    }
    for (const lot of over.toSorted((a, b) => a.id - b.id)) this.#take(lot, lot.remaining, onExpired)
    this.#tidy()
    return before - this.#balance
  }

  #take(lot: MoneyLot, amount: Money, onMoney: OnMoney | undefined): void {
    lot.remaining -= amount
    this.#balance -= amount
    onMoney?.(lot, amount)
  }

  /** Forgets lots with nothing left, in no more steps all told than there were lots. */
  #tidy(): void {
    while (this.#expiring.first?.remaining === 0) this.#expiring.removeFirst()
    while (this.#lots[this.#emptied]?.remaining === 0) this.#emptied += 1
    if (2 * this.#emptied <= this.#lots.length) return
    this.#lots = this.#lots.slice(this.#emptied)
    this.#emptied = 0
  }
}
