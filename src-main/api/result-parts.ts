import type { OpenResult, ResultShelf } from './result-shelf.ts'

/** What was asked of a part of a result last, and what came of it. */
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
 * window of them after another. One is kept for each account, as long as its result is, and weighs as much of it as
 * `rowsOf` says.
 */
export class ResultParts<T> {
  readonly #known = new WeakMap<OpenResult, Map<string | null, Known<T>>>()
  readonly #shelf: ResultShelf
  readonly #name: string
  readonly #rowsOf: (value: T) => number

  constructor(shelf: ResultShelf, name: string, rowsOf: (value: T) => number) {
    this.#shelf = shelf
    this.#name = name
    this.#rowsOf = rowsOf
  }

  of(open: OpenResult, { account, asked, make }: PartAsked<T>): T {
    const ofOpen = this.#known.get(open) ?? new Map<string | null, Known<T>>()
    const last = ofOpen.get(account)
    if (last?.asked === asked) return last.value
    const value = make()
    this.#known.set(open, ofOpen.set(account, { asked, value }))
    this.#shelf.weigh(open.summary.id, `${this.#name} ${account ?? ''}`, this.#rowsOf(value))
    return value
  }
}
