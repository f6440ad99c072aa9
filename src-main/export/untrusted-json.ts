import { grouped } from '#shared/grouped.ts'
import { MOST_LEVELS, MOST_VALUES } from '#shared/bounds.ts'
import { quoted } from '#shared/brief.ts'
import { FORBIDDEN_KEYS } from '#shared/keyed.ts'
import { ProblemList, refuse, succeed, type Problem, type Result } from '#shared/problem.ts'

const TOO_DEEP: Problem = {
  code: 'bundle.too_deep',
  message: `The file is nested more than ${MOST_LEVELS} levels deep, which no Tierwise file is.`,
  path: '',
}
const TOO_MANY: Problem = {
  code: 'bundle.too_many_values',
  message: `The file holds more than ${grouped(MOST_VALUES)} values, which no Tierwise file does.`,
  path: '',
}

/**
 * Reads JSON from a file that anybody may have made. Refused with `bundle.too_deep`, `bundle.too_many_values`,
 * `bundle.not_json`, and `bundle.forbidden_key` with the path of each such key, as far as they are told one by one.
 */
export function readUntrustedJson(text: string): Result<unknown> {
  const excess = excessOf(text)
  if (excess) return refuse(excess)
  const value = parsed(text)
  if (!value.ok) return value
  const forbidden = forbiddenKeys(value.value)
  return forbidden.length > 0 ? { ok: false, problems: forbidden } : value
}

/**
 * Why no value is made of the text, counted outside of strings before anything is built; undefined where one is. Whoever
 * has the memory for it says how many values there may be.
 */
export function excessOf(text: string, mostValues = MOST_VALUES): Problem | undefined {
  let level = 0
  let values = 1
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (inString) {
      if (character === '\\') at++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === ',') values++
    else if (character === '{' || character === '[') level++
    else if (character === '}' || character === ']') level--
    if (level > MOST_LEVELS) return TOO_DEEP
    if (values > mostValues) return TOO_MANY
  }
  return undefined
}

function parsed(text: string): Result<unknown> {
  try {
    return succeed(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const message = 'This is not a Tierwise file, or it is damaged: it does not hold JSON.'
    return refuse({ code: 'bundle.not_json', message, path: '' })
  }
}

/** Of however many keys there are, the first hundred, with their paths, and how many more. */
function forbiddenKeys(value: unknown): readonly Problem[] {
  const found = new ProblemList()
  const above: (string | number)[] = []
  const look = (into: unknown): void => {
    if (typeof into !== 'object' || into === null) return
    const items: Iterable<readonly [string | number, unknown]> = Array.isArray(into)
      ? into.entries()
      : Object.entries(into)
    for (const [key, item] of items) {
      above.push(key)
      if (typeof key === 'string' && FORBIDDEN_KEYS.has(key)) found.add(() => forbidden(key, above))
      else look(item)
      above.pop()
    }
  }
  look(value)
  return found.problems
}

const forbidden = (key: string, steps: readonly (string | number)[]): Problem => ({
  code: 'bundle.forbidden_key',
  message: `A Tierwise file has no field "${key}".`,
  path: steps.map((step) => quoted(String(step))).join('.'),
})
