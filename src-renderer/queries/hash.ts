import { canonicalJson } from '#shared/canonical-json.ts'

const written = new WeakMap<object, string>()

/** An object as text. None is changed in place, so a whole catalogue is written once and not with every step of a drag. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return canonicalJson(value)
  const known = written.get(value)
  if (known !== undefined) return known
  const text = canonicalJson(value)
  written.set(value, text)
  return text
}

/** The fields of an object in an order of their own, each with its text. */
const fieldsOf = (part: object): string =>
  Object.entries(part)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${textOf(value)}`)
    .join('\n')

/** What a question is found again by: one text for all keys that are alike. */
export const hashOf = (key: readonly unknown[]): string =>
  key.map((part) => (typeof part === 'object' && part !== null ? fieldsOf(part) : textOf(part))).join('\n')
