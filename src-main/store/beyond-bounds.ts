import type { z } from 'zod'
import type { Problem } from '#shared/problem.ts'

/**
 * Why a document that is just as it was written cannot be read: it holds more than this Tierwise takes, as one before the
 * bounds may have let it. Undefined where anything else is wrong with it.
 */
export function beyondBounds(name: string, issues: readonly z.core.$ZodIssue[]): Problem | undefined {
  const excess = excessIn(issues)
  if (excess === undefined) return undefined
  const place = excess.path.join('.')
  return {
    code: 'document.beyond_bounds',
    message: `“${name}” holds more than this Tierwise reads. It is kept as it is. ${excess.message} (${place})`,
    path: 'id',
  }
}

/** Where one of several forms was expected, whatever is too long in one of them. */
function excessIn(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  for (const issue of issues) {
    if (issue.code === 'too_big') return issue
    const inner = issue.code === 'invalid_union' ? excessIn(issue.errors.flat()) : undefined
    if (inner !== undefined) return { ...inner, path: [...issue.path, ...inner.path] }
  }
  return undefined
}
