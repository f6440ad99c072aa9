import { quoted } from './brief.ts'
import { issuesMeant, moreIn } from './issues.ts'
import { inPlainWords } from './plain-words.ts'
import { ProblemList } from './problem-list.ts'
import { type Problem as PlainProblem, type Result, succeed } from './result.ts'
import * as z from './zod.ts'

export { firstOf, ProblemList, refuseAll } from './problem-list.ts'
export { refuse, type Result, succeed } from './result.ts'

/** Reads what crosses a border as a problem. */
export const Problem = z.strictObject({
  code: z.string(),
  message: z.string(),
  path: z.string(),
  /** Only of the last in a list that was cut short: how many more there are. */
  more: z.int().min(1).optional(),
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

/** Reads unknown input against a schema; what does not fit becomes a problem with its field's path. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input, { error: inPlainWords })
  if (parsed.success) return succeed(parsed.data)
  const list = new ProblemList()
  for (const issue of issuesMeant(parsed.error.issues)) addTo(list, issue)
  return { ok: false, problems: list.problems }
}

function addTo(list: ProblemList, issue: z.core.$ZodIssue): void {
  const more = moreIn(issue)
  if (more !== undefined) return list.addMore(more)
  if (issue.code !== 'unrecognized_keys')
    return list.add(() => ({ code: 'input.invalid', message: issue.message, path: pathOf(issue) }))
  for (const key of issue.keys)
    list.add(() => ({
      code: 'input.unknown_field',
      message: `Unknown field: ${quoted(key)}.`,
      path: pathOf(issue, quoted(key)),
    }))
}

const pathOf = ({ path }: z.core.$ZodIssue, ...further: readonly string[]): string =>
  [...path.map(String), ...further].join('.')
