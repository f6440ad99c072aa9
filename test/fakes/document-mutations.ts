/*
 * Ways in which a document goes wrong in an editor, in a script that writes it, or on purpose. Deterministic for a source
 * of numbers.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

type Numbers = () => number
type Entries = { readonly [key: string]: Json }

/** Values under each key of some documents, to take another one's place. */
export type Donors = ReadonlyMap<string, readonly Json[]>

/** What every key of the documents holds, anywhere. */
export function donorsIn(documents: readonly Json[]): Donors {
  const donors = new Map<string, Json[]>()
  const collect = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, part] of Object.entries(value)) {
      if (!Array.isArray(value)) donors.set(key, [...(donors.get(key) ?? []), part])
      collect(part)
    }
  }
  for (const document of documents) collect(document)
  return donors
}

/** Values that code trips over when it takes them for something else. */
// prettier-ignore
const ODD: readonly Json[] = [
  null, true, false, 0, -1, 1, 0.1, 1e308, 2 ** 53, ' ', '1e400', 'NaN',
  '9'.repeat(400), 'x\u0000', '\uD800', [], {}, [[[]]], { length: 1e9 }, { toString: 1 }, { toJSON: 1 }, { kind: 'none' },
]

/** Texts that fit what the one in their place does, and are at an end of it. */
const FITTING: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\d+(\.\d+)?$/, ['0', '0.000001', '1', '99.999999', '100', '1000000', '9007199254.740991', '9007199255']],
  [/^\d{4}-\d\d-\d\d$/, ['0000-01-01', '0001-01-01', '2024-02-29', '2026-02-30', '2026-12-31', '9999-12-31']],
  [
    /^\d{4}-\d\d-\d\dT/,
    ['2026-01-31', '2026-01-31T23:59:59.999Z', '2026-02-28T24:00:00Z', '9999-12-31T00:00:00Z'],
  ],
]

const WHOLE: readonly number[] = [0, 1, 2, 11, 12, 13, 31, 120, 1000, 2 ** 31, 2 ** 53 - 1]

const below = (random: Numbers, bound: number): number => Math.floor(random() * bound)
const oneOf = <T>(some: readonly T[], random: Numbers): T | undefined => some[below(random, some.length)]

/** A way to change a value that stands under a key. */
type Change = (value: Json, key: string, random: Numbers) => Json

/** The document with one to four things changed: in most to something that may well stand there. */
export function mutatedDocument(document: Json, donors: Donors, random: Numbers): Json {
  const likely: Change = (value, key) =>
    random() < 0.4 ? (oneOf(donors.get(key) ?? [], random) ?? value) : fitting(value, random)
  const [change, most] = random() < 0.6 ? [likely, 2] : [unlikely, 4]
  let mutated = document
  for (let left = 1 + below(random, most); left > 0; left--)
    mutated = changedSomewhere(mutated, '', change, random)
  return mutated
}

/** Goes down into a value by chance, and changes what is there. */
function changedSomewhere(value: Json, key: string, change: Change, random: Numbers): Json {
  if (!isNested(value) || random() < 0.1) return change(value, key, random)
  const place = oneOf(Object.keys(value), random)
  if (place === undefined) return change(value, key, random)
  if (isList(value)) {
    if (random() < 0.2) return reshaped(value, random)
    return value.map((item, at) =>
      String(at) === place ? changedSomewhere(item, key, change, random) : item,
    )
  }
  if (change === unlikely && random() < 0.15) return rekeyed(value, place, random)
  return { ...value, [place]: changedSomewhere(value[place] ?? null, place, change, random) }
}

/** To what does not fit. */
const unlikely: Change = (value, _key, random) => {
  const chance = random()
  if (chance < 0.4) return mistyped(value, random)
  if (chance < 0.5) return retyped(value)
  if (chance < 0.6) return random() < 0.5 ? [value] : { value }
  return oneOf(ODD, random) ?? null
}

/** A figure as people write it where a decimal is expected, or another text with something wrong in it. */
function mistyped(value: Json, random: Numbers): Json {
  const text = typeof value === 'object' ? '10' : String(value)
  return oneOf([`${text}%`, `$${text}`, `${text},000`, `${text}k`, ` ${text}`, `-${text}`, ''], random) ?? ''
}

function fitting(value: Json, random: Numbers): Json {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return oneOf(WHOLE, random) ?? value
  if (typeof value !== 'string') return value
  const texts = FITTING.find(([form]) => form.test(value))?.[1] ?? [`${value}s`, value.toUpperCase()]
  return oneOf(texts, random) ?? value
}

function retyped(value: Json): Json {
  if (typeof value === 'string') return Number.isNaN(Number(value)) ? [...value] : Number(value)
  if (isList(value)) return { ...value }
  return isNested(value) ? Object.values(value) : String(value)
}

/** A list with an item less, twice, many times, or in another order. */
function reshaped(list: readonly Json[], random: Numbers): Json {
  const at = below(random, list.length)
  const item = list[at] ?? null
  const chance = random()
  if (chance < 0.3) return list.toSpliced(at, 1)
  if (chance < 0.6) return [...list, item]
  if (chance < 0.7) return Array.from({ length: 200 }, () => item)
  return list.toReversed()
}

/** A key less, under another name, or with another's value. */
function rekeyed(entries: Entries, key: string, random: Numbers): Json {
  const others = Object.fromEntries(Object.entries(entries).filter(([name]) => name !== key))
  const chance = random()
  if (chance < 0.5) return others
  const value = entries[key] ?? null
  if (chance < 0.7) return { ...others, [`${key}s`]: value }
  if (chance < 0.75) return JSON.parse(`{"__proto__": {"polluted": true}, "constructor": 1}`)
  const other = oneOf(Object.keys(others), random)
  return other === undefined ? others : { ...entries, [key]: entries[other] ?? null, [other]: value }
}

const isNested = (value: Json): value is readonly Json[] | Entries =>
  typeof value === 'object' && value !== null
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
