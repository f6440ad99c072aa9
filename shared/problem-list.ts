import { grouped } from './grouped.ts'
import { brief } from './brief.ts'
import type { Problem, Result } from './result.ts'

/** Nobody reads more one by one; input made to break something can be wrong in a million places. */
export const MOST_PROBLEMS = 100

/**
 * The first hundred problems of however many there are, and how many more. Every list of problems that leaves the
 * application is one, and none of them is longer than a person reads: a hundred wrong items and a million, with names of
 * any length, make answers of the same size.
 */
export class ProblemList {
  readonly #most: number
  readonly #listed: Problem[] = []
  #more = 0

  constructor(most = MOST_PROBLEMS) {
    this.#most = most
  }

  /** Adds one; `told` writes it, and is called only where it is listed. */
  add(told: () => Problem): void {
    if (this.#listed.length < this.#most) this.#listed.push(brief(told()))
    else this.#more++
  }

  /** Adds each of a list, which may be cut short already. */
  addAll(problems: readonly Problem[]): void {
    for (const problem of problems) {
      if (problem.more === undefined) this.add(() => problem)
      else this.#more += problem.more
    }
  }

  /** Adds so many that nobody lists. */
  addMore(count: number): void {
    this.#more += count
  }

  /** All that are listed, and where there are more, a last one that says how many. */
  get problems(): readonly Problem[] {
    return this.#more === 0 ? this.#listed : [...this.#listed, andMore(this.#more)]
  }
}

/** The list cut short, after a hundred unless told otherwise, and each problem in it; what is short enough stays as it is. */
export function firstOf(problems: readonly Problem[], most = MOST_PROBLEMS): readonly Problem[] {
  if (problems.length <= most) return problems.map(brief)
  const list = new ProblemList(most)
  list.addAll(problems)
  return list.problems
}

/** An answer that tells every one of the problems, cut short after a hundred. */
export const refuseAll = (problems: readonly Problem[]): Result<never> => ({
  ok: false,
  problems: firstOf(problems),
})

/** How many problems a list tells of, those that it does not list among them. */
export const problemCount = (problems: readonly Problem[]): number =>
  problems.reduce((count, { more = 1 }) => count + more, 0)

const andMore = (more: number): Problem => ({
  code: 'input.more',
  message: `And ${grouped(more)} more.`,
  path: '',
  more,
})
