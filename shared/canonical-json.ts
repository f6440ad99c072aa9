/**
 * JSON with one order of the keys of every object: first those that are whole numbers, which JavaScript puts first
 * by their value (`9` before `10`), then the others in code unit order. Without white space, unless `indent` spaces
 * are asked for.
 */
export function canonicalJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, (_key, item: unknown) => (isRecord(item) ? sorted(item) : item), indent)
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
