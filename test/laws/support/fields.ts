import { z } from 'zod'

/** A place in a document where a person may write anything. */
export interface Field {
  /** Its path, as a problem names it. */
  readonly path: string
  /** What it may hold. */
  readonly schema: z.ZodType
  /** A whole document that is as it should be, but for this in the field. */
  readonly holding: (value: unknown) => unknown
}

interface Place {
  readonly steps: readonly (string | number)[]
  readonly schema: z.ZodType
  readonly holding: (value: unknown) => unknown
}

/**
 * Every field that a schema knows, in every form a document may take, but for those of the parts in `known`, which are
 * added to: the same part of two documents is looked at once, and so is what many forms have in common.
 */
export function fieldsOf(schema: z.ZodType, known: Set<z.ZodType> = new Set()): readonly Field[] {
  const seen = new Map<string, Set<z.ZodType>>()
  return placesIn(schema, known).flatMap(({ steps, ...place }) => {
    const path = steps.join('.')
    const there = seen.get(path) ?? new Set()
    if (there.has(place.schema)) return []
    seen.set(path, there.add(place.schema))
    return [{ ...place, path }]
  })
}

function placesIn(schema: z.ZodType, known: Set<z.ZodType>): readonly Place[] {
  const itself: Place = { steps: [], schema, holding: (value) => value }
  const inner = unwrapped(schema)
  if (inner !== schema) return placesIn(inner, known)
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => placesIn(typed(option), known))
  if (inner instanceof z.ZodArray) return [itself, ...below(0, typed(inner.element), known, (item) => [item])]
  if (inner instanceof z.ZodRecord)
    return [itself, ...below(KEY, typed(inner.valueType), known, (item) => ({ [KEY]: item }))]
  if (!(inner instanceof z.ZodObject)) return inner instanceof z.ZodUnknown ? [] : [itself]
  if (known.has(inner)) return []
  known.add(inner)
  const { shape } = inner
  return [
    itself,
    ...Object.entries(shape).flatMap(([key, part]) =>
      below(key, typed(part), known, (value) => ({ ...sampleOf(inner), [key]: value })),
    ),
  ]
}

const below = (
  step: string | number,
  part: z.ZodType,
  known: Set<z.ZodType>,
  within: (value: unknown) => unknown,
): readonly Place[] =>
  placesIn(part, known).map(({ steps, schema, holding }) => ({
    steps: [step, ...steps],
    schema,
    holding: (value) => within(holding(value)),
  }))

/** Everything is named this, so that whatever names something finds it. */
const KEY = 'id'

const LEAVES: readonly unknown[] = [
  KEY,
  '1',
  1,
  100,
  500,
  true,
  '2026-01-31',
  '2026-01-31T00:00:00.000Z',
  'USD',
  '0198c1f2-7c3e-7000-8000-000000000001',
  '0'.repeat(64),
  'https://example.com',
  new Uint8Array(1),
]

const samples = new Map<z.ZodType, object>()

/** An object with all it may have, in the last form each part may take; of a figure that may be null nothing. */
function sampleOf(schema: z.ZodObject): object {
  const made = samples.get(schema)
  if (made !== undefined) return made
  const entries = Object.entries(schema.shape).map(([key, part]) => [key, sampled(typed(part))])
  const sample: object = Object.fromEntries(entries)
  samples.set(schema, sample)
  return sample
}

function sampled(schema: z.ZodType): unknown {
  const inner = unwrapped(schema)
  if (isNullable(schema) && !(inner instanceof z.ZodObject)) return null
  if (inner instanceof z.ZodObject) return sampleOf(inner)
  if (inner instanceof z.ZodArray) return [sampled(typed(inner.element))]
  if (inner instanceof z.ZodRecord) return { [KEY]: sampled(typed(inner.valueType)) }
  if (inner instanceof z.ZodUnion) return sampled(typed(inner.options.at(-1)))
  if (inner instanceof z.ZodLiteral) return inner.value
  if (inner instanceof z.ZodEnum) return inner.options[0]
  const fitting = LEAVES.find((leaf) => inner.safeParse(leaf).success)
  if (fitting === undefined) throw new Error(`No sample fits a ${inner.type}.`)
  return fitting
}

const isNullable = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? isNullable(typed(schema.unwrap()))
    : schema instanceof z.ZodNullable

/** What may be left out or null, as what it is where it is there. */
function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return unwrapped(typed(schema.unwrap()))
  if (schema instanceof z.ZodReadonly) return unwrapped(typed(schema.unwrap()))
  return schema instanceof z.ZodPipe ? unwrapped(typed(schema.out)) : schema
}

function typed(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema
  throw new Error('Not a schema.')
}
