import { describe, expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import { noServices } from '#main/api/no-services.ts'
import { isMethod } from '#shared/api.ts'
import { CASES, STORED_CASES } from './cases.ts'
import { storedApi } from './stored-api.ts'

/*
 * What reaches the API over IPC was never text whose size and depth could be looked at first: it is a value already.
 * So every method has to take any value in any field.
 */

const nested = (wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 1
  for (let level = 0; level < 50_000; level++) value = wrap(value)
  return value
}

const cyclic: Record<string, unknown> = {}
cyclic.self = cyclic

const HOSTILE: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['lists in lists', nested((inner) => [inner])],
  ['objects in objects', nested((inner) => ({ name: inner }))],
  ['itself', cyclic],
  ['a prototype key', JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}')],
  ['more wrong items than a call has room for', Array.from({ length: 130_000 }, () => 0)],
  [
    'more unknown fields than a call has room for',
    Object.fromEntries(Array.from({ length: 130_000 }, (_, at) => [`x${at}`, 0])),
  ],
  ['a map', new Map([['id', 'x']])],
  ['bytes', new Uint8Array(16)],
  ['an integer without a limit', 10n ** 400n],
])

/** By services that a store's API does not have: their input is parsed and then refused. */
const isServedElsewhere = (method: string) => /^(runs|secrets)\./.test(method)

const inputs = Object.entries({ ...CASES, ...STORED_CASES }).filter(([method]) => isMethod(method))

/** The value itself as input, and in each field of an input that would be answered. */
function inputsWith(value: unknown, good: readonly unknown[]): readonly unknown[] {
  const [sample] = good
  if (typeof sample !== 'object' || sample === null) return [value]
  return [value, ...Object.keys(sample).map((field) => ({ ...sample, [field]: value }))]
}

describe.each([...HOSTILE])('%s', (_what, value) => {
  it.each(inputs)('breaks nothing in %s, wherever it is put', async (method, { good }) => {
    const defects: unknown[] = []
    const alone = createApi({ host: 'test', onDefect: (error) => defects.push(error) })
    const host = isServedElsewhere(method) ? alone : storedApi().api
    for (const input of inputsWith(value, good)) {
      const answer = await host(method, input)
      const problems = answer.ok ? [] : answer.problems
      expect(problems.filter(({ more }) => more === undefined).length).toBeLessThanOrEqual(100)
      expect(problems.map(({ code }) => code)).not.toContain('internal.error')
    }
    expect(defects).toEqual([])
    expect('polluted' in {}).toBe(false)
  })
})

it('covers every method there is', () => {
  expect(inputs.map(([method]) => method)).toEqual(expect.arrayContaining(Object.keys(noServices)))
})
