import { quoted } from '#shared/brief.ts'
import { cutText } from '#shared/cut-text.ts'

/** A part of a result that is not as it was expected to be; both sides as they are written in JSON. */
export interface Difference {
  /** From the result's top: `invoices.0.total`. */
  readonly path: string
  readonly expected: string
  readonly got: string
}

/**
 * Where a value is not as expected. Of an object only the keys that are expected are looked at. A list is expected
 * whole: as many items, each as expected in its turn. To expect only some items of a list, or how many it has, an object
 * names them by position: `{"0": …, "-1": …, "length": 12}`, negative ones counted from the end. Two texts that are
 * decimals are alike when their values are, exactly: `94` and `94.00`. Anything else must be the very same.
 */
export function differencesFrom(expected: unknown, got: unknown, path = ''): readonly Difference[] {
  if (Array.isArray(expected) && Array.isArray(got)) return betweenLists(expected, got, path)
  if (!isRecord(expected)) return isSame(expected, got) ? [] : [difference(path, expected, got)]
  if (Array.isArray(got)) return withinItems(expected, got, path)
  if (!isRecord(got)) return [difference(path, expected, got)]
  return Object.entries(expected).flatMap(([key, value]) =>
    differencesFrom(value, Object.hasOwn(got, key) ? got[key] : undefined, below(path, key)),
  )
}

function betweenLists(
  expected: readonly unknown[],
  got: readonly unknown[],
  path: string,
): readonly Difference[] {
  const both = Math.min(expected.length, got.length)
  const inBoth = expected
    .slice(0, both)
    .flatMap((item, index) => differencesFrom(item, got[index], below(path, String(index))))
  if (expected.length === got.length) return inBoth
  return [difference(below(path, 'length'), expected.length, got.length), ...inBoth]
}

const withinItems = (
  expected: Readonly<Record<string, unknown>>,
  got: readonly unknown[],
  path: string,
): readonly Difference[] =>
  Object.entries(expected).flatMap(([key, value]) =>
    differencesFrom(value, key === 'length' ? got.length : itemAt(got, key), below(path, key)),
  )

const itemAt = (list: readonly unknown[], position: string): unknown =>
  /^-?\d+$/.test(position) ? list.at(Number(position)) : undefined

function isSame(expected: unknown, got: unknown): boolean {
  if (expected === got) return true
  if (typeof expected !== 'string' || typeof got !== 'string') return false
  const value = valueOf(expected)
  return value !== undefined && value === valueOf(got)
}

/** A decimal in the one way of writing it that every other way of writing the same value comes to. */
function valueOf(text: string): string | undefined {
  const {
    sign = '',
    whole,
    fraction = '',
  } = /^(?<sign>-?)(?<whole>0|[1-9]\d*)(?:\.(?<fraction>\d+))?$/.exec(text)?.groups ?? {}
  if (whole === undefined) return undefined
  const value = `${whole}.${fraction.replace(/0+$/, '')}`
  return value === '0.' ? value : `${sign}${value}`
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const below = (path: string, key: string): string => (path === '' ? quoted(key) : `${path}.${quoted(key)}`)

const difference = (path: string, expected: unknown, got: unknown): Difference => ({
  path,
  expected: written(expected),
  got: written(got),
})

const MOST_LETTERS = 200

/** What is not there is nothing; a long value is told by its beginning. */
function written(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > MOST_LETTERS ? `${cutText(text, MOST_LETTERS)}…` : text
}
