import * as z from './zod.ts'

/** Keys that reach into the prototypes of objects when code is careless with them; no file of ours has one. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Values by ids that people choose. Looked at before zod's record is, which drops `__proto__` without a word and takes
 * the others, so that they would be in a document whose file opens nowhere.
 */
export const keyed = <V extends z.ZodType>(value: V) =>
  z.preprocess(
    (input: Record<string, z.input<V>>, context) => {
      for (const key of FORBIDDEN_KEYS)
        if (isObject(input) && Object.hasOwn(input, key))
          context.addIssue({ code: 'custom', message: `"${key}" cannot be an id here.`, path: [key] })
      return input
    },
    z.record(z.string(), value),
  )

/** Whatever its type promises: what comes in was not parsed yet. */
const isObject = (input: unknown): input is object => typeof input === 'object' && input !== null
