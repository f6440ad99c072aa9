import type { Credits } from '../exact/amount.ts'
import type { UsedRow } from './used-row.ts'

/** Who bears a line of money, and by how many credits. */
export type Bearers = readonly (readonly [UsedRow, Credits])[]

/** What one row still has outstanding; `isOwed`: in credits, until the period ends. */
interface Outstanding {
  readonly row: UsedRow
  readonly isOwed: boolean
  credits: Credits
}

/**
 * Overage that no line has charged yet. A line charges what was used first, as many credits as it is for; and of what is
 * owed in credits a grant repays the oldest first.
 */
export class OutstandingOverage {
  #queue: Outstanding[] = []
  /** How many of the queue were taken whole: to take the first out of a long list would move all others. */
  #taken = 0
  #credits: Credits = 0
  /** What the lines of the open charge were for so far. */
  #charged = new Map<UsedRow, Credits>()

  get credits(): Credits {
    return this.#credits
  }

  add(row: UsedRow, credits: Credits, isOwed: boolean): void {
    if (credits === 0) return
    this.#queue.push({ row, credits, isOwed })
    this.#credits += credits
  }

  /**
   * Those whose overage a line charges. One for no credits of its own, as the rest of a price that was invoiced early
   * may be, is for all that its charge was for.
   */
  charge(quantity: Credits): Bearers {
    const bearers = this.#takeFirst(quantity)
    if (bearers.length === 0) return [...this.#charged]
    for (const [row, credits] of bearers) this.#charged.set(row, (this.#charged.get(row) ?? 0) + credits)
    return bearers
  }

  /** Debts of earlier periods, which nothing will charge, are not in here. */
  repaid(credits: Credits): void {
    this.#takeFirst(credits)
  }

  /** Another plan charges from its first unit on; what is owed in credits stays owed. */
  planChanged(): void {
    this.#keep(this.#queue.filter(({ isOwed, credits }) => isOwed && credits > 0))
  }

  /** What nothing has charged by the period's end is never charged. */
  periodClosed(): void {
    this.#keep([])
  }

  #keep(queue: Outstanding[]): void {
    this.#queue = queue
    this.#taken = 0
    this.#credits = queue.reduce((sum, { credits }) => sum + credits, 0)
    this.#charged = new Map()
  }

  #takeFirst(quantity: Credits): Bearers {
    const taken: [UsedRow, Credits][] = []
    let left = quantity
    while (left > 0) {
      const first = this.#queue[this.#taken]
      if (first === undefined) break
      const part = Math.min(left, first.credits)
      taken.push([first.row, part])
      left -= part
      this.#credits -= part
      first.credits -= part
      if (first.credits === 0) this.#taken += 1
    }
    return taken
  }
}
