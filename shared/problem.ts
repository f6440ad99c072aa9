import { z } from 'zod'
import { type Problem as PlainProblem, refuse, type Result, succeed } from './result.ts'

export { refuse, type Result, succeed } from './result.ts'

/** Reads what crosses a border as a problem. */
export const Problem = z.strictObject({
  code: z.string(),
  message: z.string(),
  path: z.string(),
}) satisfies z.ZodType<PlainProblem>
export type Problem = PlainProblem

/** What a look at a document finds: an error keeps it from being billed, advice is worth knowing and stops nothing. */
export const Diagnostic = Problem.extend({ severity: z.enum(['error', 'advice']) })
export type Diagnostic = Readonly<z.infer<typeof Diagnostic>>

/** The schema of a result, where an answer holds several. */
export const resultOf = <S extends z.ZodType>(value: S) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), problems: z.array(Problem).readonly() }),
  ])

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
