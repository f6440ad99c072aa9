import type { Problem } from '#shared/result.ts'

/** What becomes of open results, whatever is asked of them. */
const CODES: ReadonlySet<string> = new Set([
  'result.gone',
  'result.cancelled',
  'result.superseded',
  'result.too_many',
  'result.broke_down',
  'result.out_of_memory',
])

/** Whether a refusal says how things were when it was asked, and nothing of the question: asked again, it may be answered. */
export const isOfTheMoment = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => CODES.has(code))
