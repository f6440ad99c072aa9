import { LARGEST_WHOLE } from '#shared/micros.ts'
import type { Problem } from '#shared/problem.ts'
import { wholeCredits } from '#renderer/format/figures.ts'

/** What is asked of the engine; each kind of question is refused and accepted by itself. */
export type Asked = 'compare' | 'curves' | 'catalog' | 'list'

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

/** What cannot be shown of inputs that could be compared, and what holds nevertheless. */
export function noticeInWords(
  problems: readonly Problem[],
  range: 'auto' | number,
): { readonly what: string; readonly why: string } {
  // The inputs themselves could be priced: only what the chart shows beyond them could not.
  const others = problems.filter(({ code }) => code !== 'amount.out_of_bounds')
  if (others.length > 0) {
    const messages = others.map(({ message }) => message).join(' ')
    return { what: 'Not everything can be shown.', why: `${messages} The figures are those of these inputs.` }
  }
  const most = wholeCredits(LARGEST_WHOLE)
  const end = range === 'auto' ? 'at its end' : `at ${wholeCredits(range)} credits a month`
  return {
    what: 'The cost chart cannot reach so far.',
    why: `The total of all months ${end} is more than ${most}, the most that can be billed exactly. The answer and the ranking are right${range === 'auto' ? '.' : '; choose Auto for the chart.'}`,
  }
}
