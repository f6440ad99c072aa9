import { expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import { cli } from '#main/hosts/cli/cli.ts'
import { SCENARIO, WRITTEN_OUT } from './cases.ts'

/*
 * Input can be wrong in any number of places. An answer tells the first hundred and how many more there are, and is no
 * larger for a million.
 */

const MANY = 200_000
const MOST_BYTES = 64_000

const many = <T>(item: (index: number) => T): readonly T[] =>
  Array.from({ length: MANY }, (_, index) => item(index))

const keys = (value: unknown): object => Object.fromEntries(many((index) => [`key${index}`, value]))

const figure = <T>(value: T) => ({ value, source: 'list' })
const packWith = (tiers: readonly unknown[]) => ({
  id: 'pack',
  name: 'Pack',
  credits: figure('1'),
  charge: figure({ model: 'volume', tiers }),
  expiresAfterMonths: figure(null),
})
const rate = { amount: '1', per: '1000' }
const unknownRate = (index: number) => ({
  product: 'no-such',
  model: `model${index}`,
  unit: 'one',
  rate: { value: null, source: 'no-such' },
})
const [plan, ...plans] = WRITTEN_OUT.plans

/** Documents that are wrong in so many places; some of their lists may be refused for their length alone. */
const FLOODS: ReadonlyMap<string, () => object> = new Map<string, () => object>([
  ['unknown fields', () => ({ ...SCENARIO, ...keys(0) })],
  ['items without their fields', () => ({ ...SCENARIO, grants: many(() => ({})) })],
  ['lists for items', () => ({ ...SCENARIO, members: many(() => []) })],
  [
    'wrong items of a list in a list',
    () => ({ ...SCENARIO, groups: [{ id: 'all', members: many(() => 0), limit: null }] }),
  ],
  [
    'wrong items of a list in a catalogue in a scenario',
    () => ({
      ...SCENARIO,
      catalog: { ...WRITTEN_OUT, plans: [{ ...plan, features: many(() => 0) }, ...plans] },
    }),
  ],
  [
    'figures that are none, in what is checked further',
    () => ({
      ...WRITTEN_OUT,
      packs: [packWith(many(() => ({ upTo: '10k', rate: { ...rate, per: '1,000' } })))],
    }),
  ],
  [
    'figures in no order',
    () => ({
      ...WRITTEN_OUT,
      packs: [packWith([...many(() => ({ upTo: '10', rate })), { upTo: null, rate }])],
    }),
  ],
  ['entries that are none', () => ({ ...SCENARIO, customTerms: keys(0) })],
  ['entries for nothing there is', () => ({ ...SCENARIO, customTerms: keys({}) })],
  [
    'changes on no day of the run',
    () => ({ ...SCENARIO, changes: many(() => ({ kind: 'cancel', on: '2030-01-01' })) }),
  ],
  [
    'grants of one name',
    () => ({ ...SCENARIO, grants: many(() => ({ id: 'gift', amount: '1', start: '2026-01-31' })) }),
  ],
  ['references to nothing', () => ({ ...WRITTEN_OUT, burnRates: many(unknownRate) })],
])

it.each([...FLOODS])(`${MANY} %s are told by the first hundred`, async (_what, document) => {
  const defects: unknown[] = []
  const api = createApi({ host: 'test', onDefect: (error) => void defects.push(error) })
  const answer = await api('documents.validate', { document: document() })
  expect(defects).toEqual([])
  expect(JSON.stringify(answer).length).toBeLessThan(MOST_BYTES)
})

/** A year may have a million events, so their list is looked at whole however long it is. */
const WRONG_EVENTS = { ...SCENARIO, usageEvents: many(() => 0) }

it('are told by a refusal as the first hundred, and how many more', async () => {
  const answer = await createApi({ host: 'test' })('scenarios.run', WRONG_EVENTS)
  const problems = answer.ok ? [] : answer.problems
  expect(problems.map(({ path }) => path)).toEqual([
    ...Array.from({ length: 100 }, (_, index) => `usageEvents.${index}`),
    '',
  ])
  expect(problems.at(-1)).toEqual({
    code: 'input.more',
    message: 'And 199,900 more.',
    path: '',
    more: 199_900,
  })
})

it('are told of events that no bill has', async () => {
  const usageEvents = many((index) => ({
    id: `event${index}`,
    at: '2030-01-01T00:00:00Z',
    product: 'no-such',
    model: 'none',
    quantity: '1',
  }))
  const answer = await createApi({ host: 'test' })('documents.validate', {
    document: { ...SCENARIO, usageEvents },
  })
  expect(answer).toMatchObject({ ok: true, value: { length: 101, 100: { more: 2 * MANY - 100 } } })
})

it('are told on the command line with a last line', async () => {
  const { stdout, stderr, exitCode } = await cli(['run', '-'], createApi({ host: 'cli' }), {
    stdin: async () => ({ text: JSON.stringify(WRONG_EVENTS) }),
  })
  const lines = stderr.trimEnd().split('\n')
  expect([stdout, exitCode, lines.length]).toEqual(['', 2, 101])
  expect(lines.at(-1)).toBe('input.more: And 199,900 more.')
})

it('are fewer of each of many variants', async () => {
  const changes = Array.from({ length: 200 }, () => ({ kind: 'cancel', on: '2030-01-01' }))
  const variants = Array.from({ length: 300 }, () => ({ name: 'late', changes }))
  const answer = await createApi({ host: 'test' })('analysis.variants', { scenario: SCENARIO, variants })
  expect(JSON.stringify(answer).length / variants.length).toBeLessThan(2000)
  expect(answer).toMatchObject({ ok: true, value: { 299: { problems: { 10: { more: 190 } } } } })
})
