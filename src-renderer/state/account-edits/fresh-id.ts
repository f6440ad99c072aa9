import { cutText } from '#shared/cut-text.ts'

/** Leaves room for a number in an id: see `MOST_NAME` in `shared/bounds.ts`. */
const LONGEST_NAMED = 990

/** An id that says what it is of, and that nothing else has; it is noted in `ids`. */
export function freshId(of: string, ids: Set<string>): string {
  const named = cutText(of, LONGEST_NAMED)
  let id = named
  for (let number = 2; ids.has(id); number++) id = `${named} ${String(number)}`
  ids.add(id)
  return id
}
