import type { Problem } from '#shared/problem.ts'
import type { Asked } from '#renderer/state/results.ts'

/** The page has no key for its engine, or an old one. */
export const isKeyless = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => code === 'http.token')

/** Each thing once, however many questions were refused for it. */
export function problemsOnce(refused: Readonly<Record<Asked, readonly Problem[]>>): readonly Problem[] {
  const all = [...refused.compare, ...refused.curves, ...refused.catalog, ...refused.list]
  const seen = new Set<string>()
  return all.filter(({ code, message, path }) => {
    // One figure that is too large is named by each question in its own words: usage, or how far a curve goes.
    const key = code === 'amount.out_of_bounds' ? code : `${code} ${message} ${path}`
    return !seen.has(key) && seen.add(key)
  })
}
