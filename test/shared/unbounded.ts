import { z } from 'zod'
import { MOST_EVENTS, MOST_EXPECTED, MOST_LEVELS } from '#shared/bounds.ts'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import { MOST_SAVED_BYTES } from '#shared/saved-file.ts'

/** Longer than any list of ours may be. Nobody looks at its items, so it need not have any. */
const ENDLESS_LIST: readonly unknown[] = Array.from({ length: MOST_EVENTS + 1 })
const ENDLESS_RECORD = Object.fromEntries(Array.from({ length: MOST_EXPECTED + 1 }, (_, key) => [key, 0]))
const ENDLESS_FILE = new Uint8Array(Math.max(MOST_BUNDLE_BYTES, MOST_SAVED_BYTES) + 1)
const LONG_KEY = { ['x'.repeat(MOST_EXPECTED)]: 0 }
/** Deeper than anything of ours may be. */
const BOTTOMLESS: unknown = JSON.parse('{"":'.repeat(MOST_LEVELS + 1) + '0' + '}'.repeat(MOST_LEVELS + 1))

/**
 * Where a schema takes a text, a list or a record of any length, or anything at all: the paths of such fields, none where
 * everything is bounded. Of a list or a record it is tried whether one too long is refused by one problem: before its
 * items are looked at, each of which would be another.
 */
export function unboundedIn(schema: unknown, path: string): readonly string[] {
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat)
    return isBoundedText(schema) ? [] : [path]
  if (schema instanceof z.ZodArray)
    return [...unless(refusesWhole(schema, ENDLESS_LIST), path), ...unboundedIn(schema.element, `${path}[]`)]
  if (schema instanceof z.ZodPipe) return ofPipe(schema, path)
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, field]) => unboundedIn(field, `${path}.${key}`))
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => unboundedIn(option, path))
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return unboundedIn(schema.unwrap(), path)
  if (schema instanceof z.ZodCustom) return unless(refusesWhole(schema, ENDLESS_FILE), path)
  return isShort(schema) ? [] : [path]
}

/** What is looked at before it is read: records by their keys, and JSON of any shape by how much there is of it. */
function ofPipe(schema: z.ZodPipe, path: string): readonly string[] {
  const { out } = schema
  if (refusesWhole(schema, BOTTOMLESS)) return unless(refusesWhole(schema, ENDLESS_RECORD), path)
  if (!(out instanceof z.ZodRecord)) return unboundedIn(out, path)
  const isBounded = refusesWhole(schema, ENDLESS_RECORD) && refusesWhole(schema, LONG_KEY)
  return [...unless(isBounded, path), ...unboundedIn(out.valueType, `${path}.*`)]
}

const unless = (isBounded: boolean, path: string): readonly string[] => (isBounded ? [] : [path])

/** Whether one problem says all that is wrong with a value, and none of it inside. */
function refusesWhole(schema: z.ZodType, value: unknown): boolean {
  const { error } = schema.safeParse(value)
  return error !== undefined && error.issues.length === 1 && error.issues[0]?.path.length === 0
}

/** A bound of its own, or a pattern that nothing long fits. */
function isBoundedText(schema: z.ZodType): boolean {
  const { maxLength, pattern } = z.toJSONSchema(schema, { io: 'input' })
  return maxLength !== undefined || (pattern !== undefined && isFinitePattern(pattern))
}

/** Whether a pattern is of the whole text and repeats nothing as often as one likes. */
function isFinitePattern(source: string): boolean {
  const withoutClasses = source.replaceAll(/\\./g, '').replaceAll(/\[[^\]]*\]/g, '')
  return /^\^.*\$$/.test(source) && !/[*+]|\{\d*,\}/.test(withoutClasses)
}

const isShort = (schema: unknown): boolean =>
  schema instanceof z.ZodNumber ||
  schema instanceof z.ZodBoolean ||
  schema instanceof z.ZodLiteral ||
  schema instanceof z.ZodEnum
