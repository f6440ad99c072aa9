import type { Problem } from '#shared/problem.ts'
import { inOneLine } from '../terminal-text.ts'

/** A problem on one line, as scripts read it: `code: message (path)`. */
export const problemText = ({ code, message, path }: Problem): string =>
  inOneLine(path === '' ? `${code}: ${message}` : `${code}: ${message} (${path})`)

/** What is wrong with one of several, a line each under a title. */
export const problemsText = (title: string, problems: readonly Problem[]): string =>
  [`${title}:`, ...problems.map((problem) => `  ${problemText(problem)}`)].join('\n')
