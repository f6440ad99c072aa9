import { describe, expect, it } from 'vitest'
import { api as operations, isMethod } from '#shared/api.ts'
import { grouped } from '#shared/grouped.ts'
import { keyed } from '#shared/keyed.ts'
import { parse } from '#shared/problem.ts'
import * as z from '#shared/zod.ts'
import { type Field, fieldsOf } from '../laws/support/fields.ts'

const messagesOf = (schema: z.ZodType, input: unknown): readonly string[] => {
  const answer = parse(schema, input)
  return answer.ok ? [] : answer.problems.map(({ message }) => message)
}

const Kind = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat') }),
  z.strictObject({ kind: z.literal('growth') }),
])
const Wave = z.enum(Array.from({ length: 30 }, (_, index) => `wave${index}`))

describe('what is expected is said in plain words', () => {
  it.each<readonly [string, z.ZodType, unknown]>([
    ['Expected a text.', z.string(), 7],
    ['Expected true or false.', z.boolean(), 'yes'],
    ['Expected a list.', z.array(z.string()), {}],
    ['Expected an object.', z.strictObject({}), []],
    ['Expected an object.', keyed(z.string(), { most: 9, what: 'terms' }), 7],
    ['Expected a number.', z.number(), '7'],
    ['Expected a number from 0 to 1.', z.number().min(0).max(1), 2],
    ['Expected a whole number.', z.int(), 0.5],
    ['Expected a smaller number.', z.int(), 1e300],
    ['Expected a whole number of at least 1.', z.int().min(1), 0],
    ['Expected a whole number of at most 9.', z.int().max(9), 10],
    ['Expected a whole number from 1 to 1,200.', z.int().min(1).max(1200), 1201],
    ['Expected a whole number from 1 to 1,200.', z.int().min(1).max(1200).nullable(), 0.5],
    ['Expected at most 2 characters.', z.string().max(2), 'xxx'],
    ['Expected at least 2 characters.', z.string().min(2), 'x'],
    ['Expected a text that is not empty.', z.string().min(1), ''],
    ['Expected a list that is not empty.', z.array(z.string()).min(1), []],
    ['Expected a list of at most 1.', z.array(z.string()).max(1), ['a', 'b']],
    ['Expected 1.', z.literal(1), 2],
    ['Expected one of: "day", "week".', z.enum(['day', 'week']), 'year'],
    ['Expected one of: "flat", "growth".', Kind, { kind: 'wave' }],
    ['Expected a text, or a list.', z.union([z.string(), z.array(z.string())]), 7],
    ['Expected an instant such as "2026-03-01T09:30:00Z".', z.iso.datetime(), 'May'],
    [
      'Expected what is agreed.',
      z.union([z.string(), z.boolean()], { error: 'Expected what is agreed.' }),
      7,
    ],
    ['This cannot be used here.', z.instanceof(Date), 7],
  ])('%s', (message, schema, input) => expect(messagesOf(schema, input)).toEqual([message]))

  it.each<readonly [string, z.ZodType]>([
    ['This field is missing.', z.string()],
    ['This field is missing.', z.int().min(1).max(9)],
    ['This field is missing. Expected 1.', z.literal(1)],
    ['This field is missing. Expected one of: "day", "week".', z.enum(['day', 'week'])],
  ])('of what is not there: %s', (message, schema) =>
    expect(messagesOf(z.strictObject({ field: schema }), {})).toEqual([message]),
  )

  it('of a field that tells what else there is', () => {
    expect(messagesOf(Kind, {})).toEqual(['This field is missing. Expected one of: "flat", "growth".'])
  })

  it('of a long list of choices by the first and how many more', () => {
    expect(messagesOf(Wave, 'no')).toEqual([
      expect.stringMatching(/^Expected one of: "wave0", .+ and 6 more\.$/),
    ])
  })
})

const known = new Set<z.ZodType>()
const NUMBERS = Object.keys(operations)
  .flatMap((method) => (isMethod(method) ? fieldsOf(operations[method].input, known) : []))
  .filter((field): field is Field & { readonly schema: z.ZodNumber } => field.schema instanceof z.ZodNumber)

it('a number that is out of its bounds is told of them', () => {
  expect(NUMBERS.map(({ path }) => path)).toEqual(expect.arrayContaining(['months', 'scenario.trial.days']))
  for (const { path, schema } of NUMBERS) {
    const bounds = [schema.minValue, schema.maxValue].filter(
      (bound) => bound !== null && Number.isSafeInteger(bound) && Math.abs(bound) < Number.MAX_SAFE_INTEGER,
    )
    for (const wrong of bounds.map((bound) =>
      bound === schema.minValue ? Number(bound) - 1 : Number(bound) + 1,
    )) {
      const [message] = messagesOf(schema, wrong)
      for (const bound of bounds)
        expect([path, wrong, message]).toEqual([
          path,
          wrong,
          expect.stringContaining(` ${grouped(Number(bound))}`),
        ])
    }
  }
})
