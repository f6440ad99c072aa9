import { expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import { cli } from '#main/hosts/cli/cli.ts'
import { MOST_ENTRIES, MOST_ITEMS, MOST_PEOPLE, MOST_PLANS } from '#shared/bounds.ts'
import { Diagnostic } from '#shared/problem.ts'
import { problemCount } from '#shared/problem-list.ts'
import { SCENARIO, WRITTEN_OUT } from './cases.ts'

/*
 * Input can be wrong in any number of places. An answer tells the first hundred and how many more there are, and is no
 * larger for a million.
 */

const MANY = 200_000
const MOST_BYTES = 64_000

const some = <T>(count: number, item: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => item(index))

const many = <T>(item: (index: number) => T): readonly T[] => some(MANY, item)

const keys = (count: number, value: unknown): object =>
  Object.fromEntries(some(count, (index) => [`key${index}`, value]))

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

interface Flood {
  /** Each list has as many items as it may have, or it would be refused for its length. */
  readonly document: () => object
  /** Of the first problem. */
  readonly code: string
  readonly path: string
  readonly count: number
}

const FLOODS: Readonly<Record<string, Flood>> = {
  'unknown fields': {
    document: () => ({ ...SCENARIO, ...keys(MANY, 0) }),
    code: 'input.unknown_field',
    path: 'key0',
    count: MANY,
  },
  'items without their fields': {
    document: () => ({ ...SCENARIO, grants: some(MOST_ENTRIES, () => ({})) }),
    code: 'input.invalid',
    path: 'grants.0.id',
    count: 3 * MOST_ENTRIES,
  },
  'lists for items': {
    document: () => ({ ...SCENARIO, members: some(MOST_PEOPLE, () => []) }),
    code: 'input.invalid',
    path: 'members.0',
    count: MOST_PEOPLE,
  },
  'wrong items of a list in a list': {
    document: () => ({
      ...SCENARIO,
      groups: [{ id: 'all', members: some(MOST_PEOPLE, () => 0), limit: null }],
    }),
    code: 'input.invalid',
    path: 'groups.0.members.0',
    count: MOST_PEOPLE,
  },
  'wrong items of a list in a catalogue in a scenario': {
    document: () => ({
      ...SCENARIO,
      catalog: { ...WRITTEN_OUT, plans: [{ ...plan, features: some(MOST_ITEMS, () => 0) }, ...plans] },
    }),
    code: 'input.invalid',
    path: 'catalog.plans.0.features.0',
    count: MOST_ITEMS,
  },
  'figures that are none, in what is checked further': {
    document: () => ({
      ...WRITTEN_OUT,
      packs: [packWith(some(MOST_ITEMS, () => ({ upTo: '10k', rate: { ...rate, per: '1,000' } })))],
    }),
    code: 'input.invalid',
    path: 'packs.0.charge.value.tiers.0.upTo',
    count: 2 * MOST_ITEMS,
  },
  'figures in no order': {
    document: () => ({
      ...WRITTEN_OUT,
      packs: [packWith([...some(MOST_ITEMS - 1, () => ({ upTo: '10', rate })), { upTo: null, rate }])],
    }),
    code: 'input.invalid',
    path: 'packs.0.charge.value.tiers.1.upTo',
    // Neither the first nor the open one.
    count: MOST_ITEMS - 2,
  },
  'entries that are none': {
    document: () => ({ ...SCENARIO, customTerms: keys(MOST_PLANS, 0) }),
    code: 'input.invalid',
    path: 'customTerms.key0',
    count: MOST_PLANS,
  },
  'entries for nothing there is': {
    document: () => ({ ...SCENARIO, customTerms: keys(MOST_PLANS, {}) }),
    code: 'plan.unknown',
    path: 'customTerms.key0',
    count: MOST_PLANS,
  },
  'changes on no day of the run': {
    document: () => ({
      ...SCENARIO,
      changes: some(MOST_PEOPLE, () => ({ kind: 'cancel', on: '2030-01-01' })),
    }),
    code: 'changes.outside_run',
    path: 'changes.0.on',
    count: MOST_PEOPLE,
  },
  'grants of one name': {
    document: () => ({
      ...SCENARIO,
      grants: some(1000, () => ({ id: 'gift', amount: '1', start: '2026-01-31' })),
    }),
    code: 'grants.duplicate_id',
    path: 'grants.1.id',
    count: 999,
  },
  'references to nothing': {
    document: () => ({ ...WRITTEN_OUT, burnRates: some(MOST_ENTRIES, unknownRate) }),
    code: 'catalog.unknown_reference',
    path: 'burnRates.0.product',
    count: 2 * MOST_ENTRIES,
  },
}

it.each(Object.entries(FLOODS))(
  '%s are told by the first hundred, and how many more',
  async (_what, { document, code, path, count }) => {
    const defects: unknown[] = []
    const api = createApi({ host: 'test', onDefect: (error) => void defects.push(error) })
    const answer = await api('documents.validate', { document: document() })
    expect(defects).toEqual([])
    expect(JSON.stringify(answer).length).toBeLessThan(MOST_BYTES)
    const told = Diagnostic.array().parse(answer.ok ? answer.value : [])
    expect(told[0]).toMatchObject({ code, path })
    expect(told.slice(0, 100).filter((one) => one.code !== code)).toEqual([])
    expect([Math.min(told.length, 100), problemCount(told)]).toEqual([Math.min(count, 100), count])
  },
)

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
