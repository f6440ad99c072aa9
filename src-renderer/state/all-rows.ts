import type { Result } from '#shared/result.ts'

/** More than a spreadsheet is pasted by hand; the workbook has all. */
export const MOST_COPIED = 20_000

interface Window<R> {
  readonly total: number
  readonly rows: readonly R[]
}

/** The rows of a list that is answered window by window, from the first on: `MOST_COPIED` of them at most. */
export async function allRows<R>(ask: (offset: number) => Promise<Result<Window<R>>>): Promise<readonly R[]> {
  const all: R[] = []
  while (all.length < MOST_COPIED) {
    const answer = await ask(all.length)
    if (!answer.ok) break
    const { total: count, rows } = answer.value
    all.push(...rows)
    if (rows.length === 0 || all.length >= count) break
  }
  return all.slice(0, MOST_COPIED)
}
