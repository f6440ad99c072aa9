import { z } from 'zod'

/**
 * Something a person asked for that cannot be done: a value, never thrown.
 * `code` is stable and machine-readable, `message` is plain words, `path` is the offending field
 * (`plans.2.price.monthly.value`), empty when the whole input is meant.
 */
export const Problem = z.strictObject({ code: z.string(), message: z.string(), path: z.string() })
export type Problem = Readonly<z.infer<typeof Problem>>

/** What a look at a document finds: an error keeps it from being billed, advice is worth knowing and stops nothing. */
export const Diagnostic = Problem.extend({ severity: z.enum(['error', 'advice']) })
export type Diagnostic = Readonly<z.infer<typeof Diagnostic>>

/** The answer of every operation that a person can get wrong: a value, or every problem at once. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems })

/** Nobody reads more; input made to break something can be wrong in a million places. */
const MOST_PROBLEMS = 100

/** Reads unknown input against a schema; each zod issue, up to a hundred, becomes a problem with its field's path. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return succeed(parsed.data)
  const problems = parsed.error.issues.slice(0, MOST_PROBLEMS).flatMap(leaves).flatMap(toProblems)
  return refuse(...problems.slice(0, MOST_PROBLEMS))
}

/**
 * Where one of several forms was expected (a preset's id, or a whole catalogue), zod only says that none fits.
 * What helps is what is wrong inside the form that was meant: the one that got furthest before it failed.
 */
function leaves(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const depth = (branch: readonly z.core.$ZodIssue[]) => Math.max(...branch.map(({ path }) => path.length))
  const meant = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0]
  if (!meant || depth(meant) === 0) return [issue]
  return meant.flatMap((inner) => leaves({ ...inner, path: [...issue.path, ...inner.path] }))
}

function toProblems(issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ code: 'input.invalid', message: issue.message, path: pathOf(issue) }]
  return issue.keys.map((key) => ({
    code: 'input.unknown_field',
    message: `Unknown field: ${key}.`,
    path: pathOf(issue, key),
  }))
}

const pathOf = ({ path }: z.core.$ZodIssue, ...further: readonly string[]): string =>
  [...path.map(String), ...further].join('.')
