import type { Problem } from '#shared/problem.ts'
import { inOneLine } from '../terminal-text.ts'

/** A problem on one line, as scripts read it: `code: message (path)`. */
export const problemText = ({ code, message, path }: Problem): string =>
  inOneLine(path === '' ? `${code}: ${message}` : `${code}: ${message} (${path})`)
