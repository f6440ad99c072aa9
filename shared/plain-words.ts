import { tooLong } from './bounded.ts'
import { grouped } from './grouped.ts'
import { quoted } from './brief.ts'
import * as z from './zod.ts'

/*
 * What is said of a value that is not of the form it is read in, where its schema says nothing of its own: in the words
 * of whoever wrote the value, not in zod's.
 */

type Issue = z.core.$ZodRawIssue

/** Says of any issue what was expected, in a sentence or two. */
export function inPlainWords(issue: Issue): string {
  const expected = expectedBy(issue)
  const isMissing = issue.code !== 'custom' && valueOf(issue) === undefined
  // What is expected of every text or list is no news to whoever left one out.
  if (isMissing)
    return issue.code === 'invalid_type' ? MISSING : [MISSING, expected].filter(Boolean).join(' ')
  return expected ?? 'This cannot be used here.'
}

const MISSING = 'This field is missing.'

/** Of an issue with the field that tells forms apart, that field's: the input is all that the field is in. */
function valueOf({ code, input, path = [] }: Issue): unknown {
  if (code !== 'invalid_union' || path.length === 0 || typeof input !== 'object' || input === null)
    return input
  return Reflect.get(input, path.at(-1) ?? '')
}

/** As a sentence; undefined where there is nothing to say but that the value cannot be used. */
function expectedBy(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int'
        ? numberFor(issue.schema)
        : KINDS[issue.expected]
    case 'invalid_value':
      return oneOf(issue.values)
    case 'too_big':
      return sizeFor(issue, issue.maximum)
    case 'too_small':
      return sizeFor(issue, issue.minimum)
    case 'invalid_format':
      return FORMATS[issue.format]
    case 'invalid_union':
      return formsOf(issue)
    default:
      return undefined
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'Expected a text.',
  boolean: 'Expected true or false.',
  array: 'Expected a list.',
  object: 'Expected an object.',
  record: 'Expected an object.',
}

const FORMATS: Readonly<Record<string, string>> = {
  date: 'Expected a date such as "2026-01-31".',
  datetime: 'Expected an instant such as "2026-03-01T09:30:00Z".',
  uuid: 'Expected an id such as "0198c1f2-7c3e-7000-8000-000000000001".',
  url: 'Expected a web address that begins with https://.',
}

/** What numbers a schema takes, from the least to the most where it has bounds. */
function numberFor(schema: unknown): string {
  if (!(schema instanceof z.ZodNumber)) return 'Expected a number.'
  const what = schema.isInt ? 'a whole number' : 'a number'
  const [least, most] = [boundOf(schema.minValue), boundOf(schema.maxValue)]
  if (least !== undefined && most !== undefined) return `Expected ${what} from ${least} to ${most}.`
  if (least !== undefined) return `Expected ${what} of at least ${least}.`
  return most === undefined ? `Expected ${what}.` : `Expected ${what} of at most ${most}.`
}

/** Undefined of the bounds that whole numbers have by themselves. */
const boundOf = (bound: number | null): string | undefined =>
  bound === null || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : grouped(bound)

type SizeIssue = Extract<Issue, { readonly code: 'too_big' | 'too_small' }>

function sizeFor({ code, origin, schema, input }: SizeIssue, bound: number | bigint): string {
  const isTooBig = code === 'too_big'
  switch (origin) {
    case 'string':
      if (isTooBig) return tooLong(Number(bound))
      return input === '' ? 'Expected a text that is not empty.' : `Expected at least ${bound} characters.`
    case 'array':
    case 'object':
      if (isTooBig) return `Expected a list of at most ${grouped(Number(bound))}.`
      return bound === 1 ? 'Expected a list that is not empty.' : `Expected a list of at least ${bound}.`
    default:
      return isTooBig && bound === Number.MAX_SAFE_INTEGER ? 'Expected a smaller number.' : numberFor(schema)
  }
}

/** More are not read one by one. */
const MOST_CHOICES = 24

function oneOf(choices: readonly unknown[]): string {
  const listed = choices
    .slice(0, MOST_CHOICES)
    .map((choice) => quoted(JSON.stringify(choice) ?? String(choice)))
  const more = choices.length - listed.length
  if (choices.length === 1) return `Expected ${listed.join('')}.`
  return `Expected one of: ${listed.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}

const EXPECTED = /^Expected (.+)\.$/

/** What each of several forms was expected to be, where the value got into none of them. */
function formsOf(issue: Extract<Issue, { readonly code: 'invalid_union' }>): string | undefined {
  const { options, errors } = issue
  if (Array.isArray(options)) return oneOf(options)
  const each = errors.map(([first]) => EXPECTED.exec(first?.message ?? '')?.[1])
  const forms = [...new Set(each.filter((form) => form !== undefined))]
  return forms.length === 0 ? undefined : `Expected ${forms.join(', or ')}.`
}
