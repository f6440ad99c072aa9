import * as z from './zod.ts'
import { type Extent, textOf, tooMany } from './bounded.ts'
import { grouped } from './grouped.ts'
import { MOST_LEVELS, MOST_NAME } from './bounds.ts'
import { isWithin } from './extent.ts'

/** Keys that reach into the prototypes of objects when code is careless with them; no file of ours has one. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Values by ids that people choose, at most so many. Looked at before zod's record is, which drops `__proto__` without a
 * word and takes the others, so that they would be in a document whose file opens nowhere; and which looks at every value
 * of however many there are.
 */
export const keyed = <V extends z.ZodType>(value: V, { most, what }: Extent) =>
  z.preprocess(
    (input: Record<string, z.input<V>>, context) => {
      if (!isObject(input)) return input
      for (const key of FORBIDDEN_KEYS)
        if (Object.hasOwn(input, key))
          context.addIssue({ code: 'custom', message: `"${key}" cannot be an id here.`, path: [key] })
      const keys = Object.keys(input)
      if (keys.length > most) context.addIssue(excess(input, most, tooMany(most, what)))
      else if (keys.some((key) => key.length > MOST_NAME)) context.addIssue(excess(input, MOST_NAME, LONG_ID))
      return input
    },
    z.record(textOf(MOST_NAME), value),
  )

/** Any JSON by ids: of at most so many values in all, at any depth, within as many levels as a file has. */
export const keyedJson = (extent: Extent) =>
  z.preprocess(
    (input: Record<string, unknown>, context) => {
      if (!isWithin(input, extent.most, MOST_LEVELS)) {
        const message = `Expected at most ${grouped(extent.most)} ${extent.what}, nested at most ${MOST_LEVELS} levels deep.`
        context.addIssue(excess(input, extent.most, message))
      }
      return input
    },
    keyed(z.unknown(), extent),
  )

/** As zod says it of its own lists. */
const excess = (input: object, maximum: number, message: string) => ({
  code: 'too_big' as const,
  origin: 'object',
  maximum,
  inclusive: true,
  input,
  message,
})

const LONG_ID = `Expected ids of at most ${grouped(MOST_NAME)} characters.`

/** Whatever its type promises: what comes in was not parsed yet. */
const isObject = (input: unknown): input is object => typeof input === 'object' && input !== null
