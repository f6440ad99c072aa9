import type { MoneyLot } from '../record/money-lot.ts'

/**
 * Lots by when they expire. A binary heap: a plan whose money expires sooner may follow another, so that the lots of an
 * account come in any order of expiry, and there may be as many as uses.
 */
export class ExpiryQueue {
  /** None expires before the one at `(index - 1) >> 1`. */
  readonly #heap: MoneyLot[] = []

  /** One of those that expire first. */
  get first(): MoneyLot | undefined {
    return this.#heap[0]
  }

  add(lot: MoneyLot): void {
    const heap = this.#heap
    let index = heap.length
    while (index > 0) {
      const above = (index - 1) >> 1
      const other = heap[above]
      if (other === undefined || other.expiresAt <= lot.expiresAt) break
      heap[index] = other
      index = above
    }
    heap[index] = lot
  }

  removeFirst(): void {
    const last = this.#heap.pop()
    if (last !== undefined && this.#heap.length > 0) this.#sink(last)
  }

  /** Puts a lot where the first one was, below all that expire sooner. */
  #sink(lot: MoneyLot): void {
    const heap = this.#heap
    let index = 0
    for (;;) {
      const below = this.#sooner(2 * index + 1)
      const other = heap[below]
      if (other === undefined || other.expiresAt >= lot.expiresAt) break
      heap[index] = other
      index = below
    }
    heap[index] = lot
  }

  /** Which of two neighbours expires sooner. */
  #sooner(index: number): number {
    const [one, other] = [this.#heap[index], this.#heap[index + 1]]
    return one !== undefined && other !== undefined && other.expiresAt < one.expiresAt ? index + 1 : index
  }
}
