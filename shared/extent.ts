/** A value that is still to be looked into, and how deep it lies. */
interface Ahead {
  readonly value: object
  readonly level: number
}

/**
 * Whether a value holds at most so many values, itself among them, within at most so many levels of lists and objects. It
 * may hold itself: then it is deeper than any bound.
 */
export function isWithin(value: unknown, mostValues: number, mostLevels: number): boolean {
  let values = 1
  const ahead: Ahead[] = isNested(value) ? [{ value, level: 1 }] : []
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next.level > mostLevels) return false
    const items: readonly unknown[] = Array.isArray(next.value) ? next.value : Object.values(next.value)
    values += items.length
    if (values > mostValues) return false
    for (const item of items) if (isNested(item)) ahead.push({ value: item, level: next.level + 1 })
  }
  return true
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null
