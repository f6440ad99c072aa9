import type { OpenResult, ResultShelf } from './result-shelf.ts'

/** What was asked of a part of a result, and what came of it. */
interface Known<T> {
  readonly asked: string
  readonly value: T
}

export interface PartAsked<T> {
  /** The account of the result; null for the main one. */
  readonly account: string | null
  /** What the part is of besides: it is made anew where that is another. */
  readonly asked: string
  readonly make: () => T
}

/**
 * A kind of parts that open results have and that are made when they are first asked for: whoever scrolls asks for one
 * window of them after another. The `most` that were asked for last are kept for each account, as long as its result is,
 * and weigh as much of it as `rowsOf` says.
 */
export class ResultParts<T> {
  readonly #known = new WeakMap<OpenResult, Map<string | null, readonly Known<T>[]>>()
  readonly #shelf: ResultShelf
  readonly #name: string
  readonly #rowsOf: (value: T) => number
  readonly #most: number

  constructor(shelf: ResultShelf, name: string, rowsOf: (value: T) => number, most = 1) {
    this.#shelf = shelf
    this.#name = name
    this.#rowsOf = rowsOf
    this.#most = most
  }

  of(open: OpenResult, { account, asked, make }: PartAsked<T>): T {
    const ofOpen = this.#known.get(open) ?? new Map<string | null, readonly Known<T>[]>()
    const known = ofOpen.get(account) ?? []
    const found = known.find((one) => one.asked === asked)
    const { value } = found ?? { value: make() }
    const kept = [...known.filter((one) => one !== found), { asked, value }].slice(-this.#most)
    this.#known.set(open, ofOpen.set(account, kept))
    if (found !== undefined) return value
    const rows = kept.reduce((sum, one) => sum + this.#rowsOf(one.value), 0)
    this.#shelf.weigh(open.summary.id, `${this.#name} ${account ?? ''}`, rows)
    return value
  }
}
