import { FORBIDDEN_KEYS } from '#shared/keyed.ts'
import { refuse, refuseAll, succeed, type Problem, type Result } from '#shared/problem.ts'

/** Deeper than any document of ours, and shallow enough for code that walks a value by calling itself. */
const MOST_LEVELS = 64

/** More than any document of ours holds, and few enough to be told of each that is wrong within the memory there is. */
const MOST_VALUES = 300_000

const TOO_DEEP: Problem = {
  code: 'bundle.too_deep',
  message: `The file is nested more than ${MOST_LEVELS} levels deep, which no Tierwise file is.`,
  path: '',
}
const TOO_MANY: Problem = {
  code: 'bundle.too_many_values',
  message: 'The file holds more than 300,000 values, which no Tierwise file does.',
  path: '',
}

/**
 * Reads JSON from a file that anybody may have made. Refused with `bundle.too_deep`, `bundle.too_many_values`,
 * `bundle.not_json`, and `bundle.forbidden_key` with the path of each such key.
 */
export function readUntrustedJson(text: string): Result<unknown> {
  const excess = excessOf(text)
  if (excess) return refuse(excess)
  const value = parsed(text)
  if (!value.ok) return value
  const forbidden = forbiddenKeys(value.value, '')
  return forbidden.length > 0 ? refuseAll(forbidden) : value
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
    // Editors of some systems put a byte order mark in front of what they save.
    return succeed(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const message = 'This is not a Tierwise file, or it is damaged: it does not hold JSON.'
    return refuse({ code: 'bundle.not_json', message, path: '' })
  }
}

function forbiddenKeys(value: unknown, path: string): readonly Problem[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    const itsPath = path === '' ? key : `${path}.${key}`
    if (!FORBIDDEN_KEYS.has(key)) return forbiddenKeys(item, itsPath)
    return [
      { code: 'bundle.forbidden_key', message: `A Tierwise file has no field "${key}".`, path: itsPath },
    ]
  })
}
