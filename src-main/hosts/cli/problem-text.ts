import type { Problem } from '#shared/problem.ts'

/** A problem on one line, as scripts read it: `code: message (path)`. */
export const problemText = ({ code, message, path }: Problem): string =>
  path === '' ? `${code}: ${message}` : `${code}: ${message} (${path})`
