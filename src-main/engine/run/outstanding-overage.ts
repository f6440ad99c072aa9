import type { Credits } from '../exact/amount.ts'
import type { UsedRow } from './used-row.ts'

/** Who bears a line of money, and by how many credits. */
export type Bearers = readonly (readonly [UsedRow, Credits])[]

/**
 * Overage that no line has charged yet. A line charges what was used first, as many credits as it is for; of credits
 * that were owed until the period's end, and partly repaid by then, nobody's come before another's.
 */
export class OutstandingOverage {
  #queue: { readonly row: UsedRow; credits: Credits }[] = []
  #credits: Credits = 0
  #owed = new Map<UsedRow, Credits>()
  /** What the lines of the open charge were for so far. */
  #charged = new Map<UsedRow, Credits>()

  /** What is neither charged nor owed in credits first. */
  get credits(): Credits {
    return this.#credits
  }

  add(row: UsedRow, overage: Credits, isOwed: boolean): void {
    if (overage === 0) return
    if (isOwed) this.#owed.set(row, (this.#owed.get(row) ?? 0) + overage)
    else {
      this.#queue.push({ row, credits: overage })
      this.#credits += overage
    }
  }

  /**
   * Those whose overage a line charges. One for no credits of its own, as the rest of a price that was invoiced early
   * may be, is for all that its charge was for.
   */
  take(quantity: Credits): Bearers {
    const [bearers, left] = this.#takeFirst(quantity)
    if (left > 0) {
      bearers.push(...this.#owed)
      this.#owed = new Map()
    }
    if (bearers.length === 0) return [...this.#charged]
    for (const [row, credits] of bearers) this.#charged.set(row, (this.#charged.get(row) ?? 0) + credits)
    return bearers
  }

  /** Another plan charges from its first unit on; what is owed in credits stays owed. */
  planChanged(): void {
    this.#queue = []
    this.#credits = 0
    this.#charged = new Map()
  }

  /** What nothing has charged by the period's end is never charged. */
  periodClosed(): void {
    this.planChanged()
    this.#owed = new Map()
  }

  #takeFirst(quantity: Credits): readonly [[UsedRow, Credits][], Credits] {
    const taken: [UsedRow, Credits][] = []
    let left = quantity
    while (left > 0) {
      const first = this.#queue[0]
      if (first === undefined) break
      const part = Math.min(left, first.credits)
      taken.push([first.row, part])
      left -= part
      this.#credits -= part
      first.credits -= part
      if (first.credits === 0) this.#queue.shift()
    }
    return [taken, left]
  }
}
