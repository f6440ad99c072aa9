import type { core } from 'zod'

/*
 * What zod says of a value that does not fit, as far as it has to be understood before a person can read it.
 */

type Issue = core.$ZodIssue

/** How many problems more there are in a list or record that names only the first; undefined of any other issue. */
export function moreIn(
  issue: Pick<core.$ZodIssueCustom, 'code' | 'params'> | { code?: string },
): number | undefined {
  const more: unknown = issue.code === 'custom' && 'params' in issue ? issue.params?.['more'] : undefined
  return typeof more === 'number' ? more : undefined
}

/**
 * Where one of several forms was expected (a preset's id, or a whole catalogue), zod only says that none fits.
 * What helps is what is wrong inside the form that was meant: the one that got furthest before it failed.
 */
export const issuesMeant = (issues: readonly Issue[]): readonly Issue[] => issues.flatMap(leaves)

function leaves(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const meant = furthest(issue.errors)
  if (meant === undefined) return [issue]
  return meant.flatMap((inner) => leaves({ ...inner, path: [...issue.path, ...inner.path] }))
}

/** Undefined where no form got anywhere. */
function furthest(forms: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (form: readonly Issue[]) => form.reduce((most, { path }) => Math.max(most, path.length), 0)
  const [first] = forms.map((form) => ({ form, depth: depth(form) })).toSorted((a, b) => b.depth - a.depth)
  return first === undefined || first.depth === 0 ? undefined : first.form
}

/** How many problems an issue comes to, without the words of any. */
export function problemsIn(issue: core.$ZodRawIssue | Issue): number {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.length
    case 'invalid_union':
      return furthest(issue.errors)?.reduce((count, inner) => count + problemsIn(inner), 0) ?? 1
    default:
      return moreIn(issue) ?? 1
  }
}
