import { describe, expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import { cli } from '#main/hosts/cli/cli.ts'
import { api as operations, isMethod, type Method } from '#shared/api.ts'
import { Catalog } from '#shared/catalog.ts'
import { CreditsText, MoneyText, PercentText, QuantityText } from '#shared/decimal.ts'
import type { Problem } from '#shared/problem.ts'
import { Scenario } from '#shared/scenario.ts'
import { z } from 'zod'
import { storedApi } from '../api/stored-api.ts'
import { type Field, fieldsOf } from './support/fields.ts'

/*
 * Whatever a person types into any field of any document or call is a value, or is refused in words and with the path
 * of its field: never a defect, on no way in.
 */

/** Figures as people write them, none of which is a decimal. */
const FIGURES_TYPED: readonly string[] = [
  '10%',
  '$10',
  '10 €',
  '1,000',
  '1.000,00',
  '1 000',
  '10k',
  'ten',
  '',
  ' 10 ',
  '-10',
  '.5',
  '010',
  '1E999',
  '0x10',
  'NaN',
  '1.0000001',
  '１２',
  '10\u0000',
  '\u001B[31m10',
  '9'.repeat(400),
  'x'.repeat(100_000),
]

const OTHER_SHAPES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.1,
  1e308,
  2 ** 53,
  [],
  ['10'],
  [[[]]],
  {},
  { value: '10' },
  { length: 1e9 },
]

/** What only a caller within the same machine can send. */
const NO_JSON: readonly unknown[] = [undefined, Number.NaN, Number.POSITIVE_INFINITY, 10n, Symbol.iterator]

/** A few of each kind: the command line reads a document, and then asks as anybody does. */
const IN_A_FILE: readonly unknown[] = ['10%', '1,000', '10k', '', '10\u0000', null, 10, {}]

/** What is chosen from a list, or holds other fields: there is no more to it than one wrong text. */
const isTyped = ({ schema }: Field): boolean =>
  !['object', 'array', 'record', 'literal', 'enum', 'boolean'].includes(schema.type)

const shapesFor = (field: Field): readonly unknown[] =>
  isTyped(field) ? [...FIGURES_TYPED, ...OTHER_SHAPES, ...NO_JSON] : ['10%', ...OTHER_SHAPES, ...NO_JSON]

/** Problems with the reading of the input, and not with what it says. */
const isOfReading = ({ code, more }: Problem): boolean => code.startsWith('input.') && more === undefined

const isAt = (path: string, field: string): boolean =>
  field === '' || path === field || path.startsWith(`${field}.`)

/** What zod says by itself, which nobody understands who has not read a schema. */
const WORDS_OF_ZOD =
  /Invalid|[Rr]eceived|Unrecognized|Too (big|small)|discriminator|undefined|<=|>=|ISO|\b(string|int|array|record)\b(?! such as)/

/** A field that is refused is named, and nothing else is refused for its sake. */
function expectRefusedAt(path: string, problems: readonly Problem[]): void {
  expect(problems.map(({ code }) => code)).not.toContain('internal.error')
  for (const problem of problems.filter(isOfReading)) {
    expect(problem.message).toMatch(/^[A-Z].+/)
    expect(problem.message).not.toMatch(WORDS_OF_ZOD)
    expect([problem, isAt(problem.path, path)]).toEqual([problem, true])
  }
}

const isDecimal = ({ schema }: Field): boolean =>
  schema instanceof z.ZodString && schema.safeParse('10').success && !schema.safeParse('ten').success

/** Services that a store's API does not have: their input is read and then refused. */
const isServedElsewhere = (method: string) => /^(runs|secrets|files)\./.test(method)

const known = new Set<z.ZodType>()
const FIELDS: readonly (readonly [Method, readonly Field[]])[] = [
  'scenarios.run',
  ...Object.keys(operations).filter((method) => method !== 'scenarios.run'),
].flatMap((method) =>
  isMethod(method) ? [[method, fieldsOf(operations[method].input, known)] as const] : [],
)

const DOCUMENTS = { scenario: fieldsOf(Scenario), catalogue: fieldsOf(Catalog) }

it('looks at every kind of figure, in a scenario and in a catalogue', () => {
  const paths = Object.values(DOCUMENTS).flatMap((fields) => fields.filter(isDecimal).map(({ path }) => path))
  expect(paths).toEqual(
    expect.arrayContaining([
      'invoicing.discounts.0.value.percent',
      'changes.0.amount',
      'prepaid.autoTopUp.below',
      'customTerms.id.overagePerThousand',
      'plans.0.pastQuota.charge.value.rate.per',
      'plans.0.pastQuota.charge.value.tiers.0.upTo',
      'plans.0.pastQuota.charge.value.size',
      'plans.0.pastQuota.charge.value.maximum',
      'packs.0.credits.value',
    ]),
  )
  for (const figure of [MoneyText, CreditsText, QuantityText, PercentText])
    for (const typed of FIGURES_TYPED) expect(figure.safeParse(typed).success).toBe(false)
})

describe.each(FIELDS)('what is typed into a field of %s', (method, fields) => {
  it('is taken, or refused by its path', async () => {
    const api = isServedElsewhere(method) ? createApi({ host: 'test' }) : storedApi().api
    for (const field of fields) {
      for (const typed of shapesFor(field)) {
        const answer = await api(method, field.holding(typed))
        expectRefusedAt(field.path, answer.ok ? [] : answer.problems)
      }
    }
  })
})

describe.each(Object.entries(DOCUMENTS))('what is typed into a field of a %s', (kind, fields) => {
  const defects: unknown[] = []
  const api = createApi({ host: 'cli', onDefect: (error) => void defects.push(error) })
  const tierwise = (args: readonly string[], document: unknown) =>
    cli(args, api, {
      stdin: async () => ({ text: JSON.stringify(document) }),
      onDefect: (error) => void defects.push(error),
    })

  it('is found by the command line', async () => {
    for (const { path, holding } of fields.filter(isTyped)) {
      for (const typed of IN_A_FILE) {
        const { stderr, exitCode } = await tierwise(['validate', '-', '--json'], holding(typed))
        expect([path, typed, stderr, exitCode === 1]).toEqual([path, typed, '', false])
      }
    }
    expect(defects).toEqual([])
  })

  const command = kind === 'scenario' ? ['run', '-'] : ['crossovers', '--catalog', '-']
  const below = kind === 'scenario' ? '' : 'catalog.'

  it.each(fields.filter(isDecimal))('$path is a figure, or bad input', async ({ path, schema, holding }) => {
    // A change in percent may be negative.
    for (const typed of FIGURES_TYPED.filter((some) => !schema.safeParse(some).success)) {
      const { stdout, stderr, exitCode } = await tierwise(command, holding(typed))
      const told = stderr.trimEnd().split('\n')
      expect([typed, stdout, exitCode]).toEqual([typed, '', 2])
      expect(told.filter((line) => /^input\.invalid: Expected .+ \(/.test(line))).toEqual(told)
      expect(told.map((line) => line.slice(line.lastIndexOf('(')))).toEqual([`(${below}${path})`])
    }
    expect(defects).toEqual([])
  })
})
