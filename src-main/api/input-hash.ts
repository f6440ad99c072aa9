import { createHash } from 'node:crypto'

/**
 * SHA-256 of a scenario as the engine saw it, defaults filled in and catalogue written out, so that two runs
 * with one hash had one input, however it was worded.
 */
export function inputHash(input: unknown): string {
  return createHash('sha256').update(canonicalJson(input)).digest('hex')
}

/**
 * JSON with no white space and one order of the keys of every object: first those that are whole numbers, which
 * JavaScript puts first by their value (`9` before `10`), then the others in code unit order.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (isRecord(item) ? sorted(item) : item))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function sorted(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.keys(record)
      .toSorted()
      .map((key) => [key, record[key]]),
  )
}
