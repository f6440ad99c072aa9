import { expect, it } from 'vitest'
import type { z } from 'zod'
import { createApi } from '#main/api/router.ts'
import { readBundle } from '#main/export/bundle.ts'
import { cli } from '#main/hosts/cli/cli.ts'
import { api as operations, isMethod, type Method } from '#shared/api.ts'
import { MOST_NAME, MOST_PLANS } from '#shared/bounds.ts'
import { MOST_MESSAGE, MOST_PATH } from '#shared/brief.ts'
import { Catalog } from '#shared/catalog.ts'
import { parse, type Problem, ProblemList, refuse, refuseAll, type Result } from '#shared/problem.ts'
import { Scenario } from '#shared/scenario.ts'
import { SCENARIO, WRITTEN_OUT } from '../api/cases.ts'
import { storedApi } from '../api/stored-api.ts'
import { type Field, fieldsOf } from './support/fields.ts'

/*
 * No problem is longer than a person reads, whatever the input was: neither its message nor its path.
 */

const ENDLESS = 'k'.repeat(100_000)
const LONGEST_NAME = 'n'.repeat(MOST_NAME)

function expectBrief(problems: readonly Problem[]): void {
  for (const { message, path } of problems)
    expect([message.length <= MOST_MESSAGE, path.length <= MOST_PATH, path]).toEqual([true, true, path])
}

const problemsOf = (answer: Result<unknown>): readonly Problem[] => (answer.ok ? [] : answer.problems)

/** An unknown field where fields are expected, the longest of names where a text is, and more than any where it is not. */
const wrongOf = ({ schema }: Field): readonly unknown[] =>
  schema.type === 'object' || schema.type === 'record'
    ? [{ [ENDLESS]: { [ENDLESS]: 0 } }]
    : schema.type === 'string'
      ? [LONGEST_NAME, ENDLESS]
      : [ENDLESS]

/** The same part of two calls is looked at once. */
const known = new Set<z.ZodType>()
const FIELDS: readonly (readonly [Method, readonly Field[]])[] = Object.keys(operations).flatMap((method) =>
  isMethod(method) ? [[method, fieldsOf(operations[method].input, known)] as const] : [],
)

it.each(FIELDS)('of a call of %s', async (method, fields) => {
  const { api } = storedApi()
  const { input } = operations[method]
  for (const field of fields)
    for (const wrong of wrongOf(field)) expectBrief(problemsOf(parse(input, field.holding(wrong))))
  expectBrief(problemsOf(await api(method, { [ENDLESS]: 0 })))
})

it.each(Object.entries({ scenario: fieldsOf(Scenario), catalogue: fieldsOf(Catalog) }))(
  'of a %s that is looked at',
  async (_kind, fields) => {
    const api = createApi({ host: 'test' })
    for (const field of fields) {
      for (const wrong of wrongOf(field)) {
        const answer = await api('documents.validate', { document: field.holding(wrong) })
        expect(answer).toMatchObject({ ok: true })
        if (answer.ok && Array.isArray(answer.value)) expectBrief(answer.value)
      }
    }
  },
)

it('of what quotes the names of all plans', async () => {
  const [plan] = WRITTEN_OUT.plans
  const plans = Array.from({ length: MOST_PLANS }, (_, index) => {
    const id = `${'p'.repeat(MOST_NAME - 2)}${index}`
    return { ...plan, id, name: id }
  })
  const catalog = { ...WRITTEN_OUT, plans, burnRates: [], consolidation: undefined }
  const scenario = { ...SCENARIO, catalog, plan: 'no-such' }
  const answer = await createApi({ host: 'test' })('scenarios.run', scenario)
  expect(problemsOf(answer)).toMatchObject([{ code: 'plan.unknown' }])
  expectBrief(problemsOf(answer))
})

it('of a file, on the command line, and of a method that there is not', async () => {
  const api = createApi({ host: 'cli' })
  const inFile = `{"format":"tierwise","${ENDLESS}":[{"__proto__":0}]}`
  expect(problemsOf(readBundle(inFile))).toMatchObject([{ code: 'bundle.forbidden_key' }])
  expectBrief(problemsOf(readBundle(inFile)))
  expectBrief(problemsOf(await api(ENDLESS, {})))
  const longest = (text: string) => Math.max(...text.split('\n').map(({ length }) => length))
  const { stderr } = await cli([ENDLESS], api)
  expect(longest(stderr)).toBeLessThan(MOST_MESSAGE + MOST_PATH)
})

it('of whoever tells one', () => {
  const told: Problem = { code: 'some.code', message: ENDLESS, path: ENDLESS }
  const list = new ProblemList()
  list.add(() => told)
  list.addAll([told])
  expectBrief([...list.problems, ...problemsOf(refuse(told)), ...problemsOf(refuseAll([told]))])
  const short: Problem = { code: 'some.code', message: 'm'.repeat(MOST_MESSAGE), path: 'p'.repeat(MOST_PATH) }
  expect(problemsOf(refuse(short))).toEqual([short])
})

it('and of an unknown field tells the beginning of its name', () => {
  expect(problemsOf(parse(Scenario, { ...SCENARIO, [ENDLESS]: 0 }))).toEqual([
    {
      code: 'input.unknown_field',
      message: `Unknown field: ${'k'.repeat(199)}….`,
      path: `${'k'.repeat(199)}…`,
    },
  ])
})
