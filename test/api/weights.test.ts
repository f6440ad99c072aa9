import { expect, it } from 'vitest'
import { inputs } from '#main/api/answer.ts'
import { createApi } from '#main/api/router.ts'
import { isLight } from '#main/api/weights.ts'
import { Json } from '#main/runs/json.ts'
import { api as operations, type Input, type ParsedInput } from '#shared/api.ts'
import { MOST_ROWS } from '#shared/bounds.ts'
import { succeed } from '#shared/problem.ts'
import type { LongMethod } from '#shared/runs.ts'
import type { Scenario } from '#shared/scenario.ts'
import { timeOf, timesAsLong } from '../time-ratio.ts'
import { SCENARIO } from './cases.ts'
import { items, regrown, USE } from './grown-catalog.ts'
import { type Growth, IN_SCENARIOS, seedlingOf, STREAMS_BY_WEEKDAY } from './growths.ts'
import { IN_CATALOGS, IN_COMPARISONS } from './growths-of-comparisons.ts'
import { heaviestAlone, heaviestInPairs } from './heaviest.ts'

/*
 * A call is answered on the main thread where its weight says that it is light. Whatever an input may have much of is
 * grown here until it is just light enough, alone and two things at a time, and measured: whichever method it is of, it
 * may hold the main thread no longer than some ordinary runs do.
 */

/** Of ten streams over a year, which nobody waits for. */
const ORDINARY: Input<'scenarios.run'> = {
  ...SCENARIO,
  months: 12,
  usage: {
    kind: 'streams',
    streams: items(10, (index) => ({ id: `stream-${index}`, ...USE, monthly: '20000' })),
  },
}

const MOST_ORDINARY_RUNS = 15

const call = createApi({ host: 'test', answerInThread: () => Promise.resolve(succeed('in a thread')) })

/** All that the main thread does of a call is done when it comes back. */
const hold = (method: LongMethod, input: unknown) => () => void call(method, input)

const ordinaryRun = hold('scenarios.run', ORDINARY)

const unused = () => {
  throw new Error('Not called in these tests.')
}

const NO_SERVICES = {
  kept: unused,
  events: { emit: unused, subscribe: unused },
  runs: { start: unused, list: unused, cancel: unused, result: unused, answered: unused, close: unused },
  secrets: { protection: unused, state: unused, set: unused, clear: unused, use: unused },
  dialogs: null,
}

interface Light<I, M extends LongMethod> {
  readonly method: M
  readonly seedling: I
  readonly growths: readonly Growth<I>[]
  readonly inputOf: (grown: I) => ParsedInput<M>
  readonly find?: typeof heaviestInPairs
}

/** The first call just light enough that holds the main thread for too long, and for how many ordinary runs. */
function tooLong<I, M extends LongMethod>({
  method,
  seedling,
  growths,
  inputOf,
  find = heaviestInPairs,
}: Light<I, M>): string | undefined {
  timesAsLong(ordinaryRun, ordinaryRun)
  const ordinary = Math.min(...items(5, () => timeOf(ordinaryRun)))
  for (const { of, input } of find(seedling, growths, (grown) => isLight(method, inputOf(grown)))) {
    const held = hold(method, inputOf(input))
    const once = timeOf(held) / ordinary
    // Most are far from it: those are looked at once.
    const runs = once > MOST_ORDINARY_RUNS / 2 ? timesAsLong(held, ordinaryRun) : once
    if (runs > MOST_ORDINARY_RUNS) return `${of}: ${Math.round(runs)} ordinary runs`
  }
  return undefined
}

const SCENARIOS = {
  seedling: seedlingOf(inputs['scenarios.run'].input.parse(SCENARIO)),
  growths: IN_SCENARIOS,
}

type Comparisons = ParsedInput<'analysis.compareMany'>

/** Of a year, as a screen asks for them while the usage slides. */
const COMPARISONS = {
  seedling: inputs['analysis.compareMany'].input.parse({
    catalog: regrown(undefined, {}),
    months: 12,
    usages: items(16, (index) => String(2_000_000 + index)),
  }),
  growths: IN_COMPARISONS,
}

const CATALOGS = { seedling: regrown(undefined, {}), growths: IN_CATALOGS }

const same = <I>(input: I): I => input

it('a run is over at once where it is light', () => {
  expect(tooLong({ method: 'scenarios.run', ...SCENARIOS, inputOf: same })).toBeUndefined()
})

it('so is what a run explains', () => {
  const reference = { kind: 'balance', period: 1 } as const
  const inputOf = (scenario: Scenario) => ({ scenario, reference })
  const find = heaviestAlone
  expect(tooLong({ method: 'scenarios.explain', ...SCENARIOS, inputOf, find })).toBeUndefined()
  expect(tooLong({ method: 'scenarios.events', ...SCENARIOS, inputOf: same, find })).toBeUndefined()
})

it('so is what is told of one or two at a glance', () => {
  const find = heaviestAlone
  const inputOf = (scenario: Scenario) => ({ left: scenario, right: scenario })
  expect(tooLong({ method: 'scenarios.card', ...SCENARIOS, inputOf: same, find })).toBeUndefined()
  expect(tooLong({ method: 'analysis.difference', ...SCENARIOS, inputOf, find })).toBeUndefined()
})

it('so is what the usage of months comes to', () => {
  expect(tooLong({ method: 'scenarios.monthlyUsage', ...SCENARIOS, inputOf: same })).toBeUndefined()
  // The same work, with a longer answer.
  const find = heaviestAlone
  expect(tooLong({ method: 'scenarios.usageByMonth', ...SCENARIOS, inputOf: same, find })).toBeUndefined()
  const seedling = { ...SCENARIOS.seedling, months: 12 }
  const byWeekday = { seedling, growths: [STREAMS_BY_WEEKDAY], inputOf: same, find }
  expect(tooLong({ method: 'scenarios.usageByMonth', ...byWeekday })).toBeUndefined()
  expect(tooLong({ method: 'scenarios.run', ...byWeekday })).toBeUndefined()
})

it('so is what as much work burns as may be asked of at once', () => {
  const work = items(MOST_ROWS, () => ({ ...USE, quantity: '20000' }))
  const input = { catalog: 'elevenlabs-2026-04', plan: 'creator', work }
  expect(isLight('scenarios.burned', input)).toBe(true)
  expect(timesAsLong(hold('scenarios.burned', input), ordinaryRun)).toBeLessThan(MOST_ORDINARY_RUNS)
})

it('so is what is said of a document', () => {
  const method = 'documents.validate'
  const inputOf = (document: unknown) => ({ document })
  expect(tooLong({ method, ...SCENARIOS, inputOf, find: heaviestAlone })).toBeUndefined()
  expect(tooLong({ method, ...CATALOGS, inputOf })).toBeUndefined()
})

it('so are curves of a preset', () => {
  const inputOf = ({ usages: [upTo = '0'], ...terms }: Comparisons) => ({
    ...terms,
    catalog: 'elevenlabs-2026-04',
    upTo,
    shorten: false,
  })
  expect(tooLong({ method: 'analysis.curves', ...COMPARISONS, inputOf })).toBeUndefined()
})

it('so are comparisons, of one usage or several', () => {
  const inputOf = ({ usages: [usage = '0'], ...terms }: Comparisons) => ({ ...terms, usage })
  expect(tooLong({ method: 'analysis.compareMany', ...COMPARISONS, inputOf: same })).toBeUndefined()
  expect(tooLong({ method: 'analysis.compare', ...COMPARISONS, inputOf })).toBeUndefined()
})

it('so is what explains a plan that is compared', () => {
  const reference = { kind: 'compared', plan: 'pro', of: { kind: 'total' } } as const
  const inputOf = ({ usages: [usage = '0'], ...terms }: Comparisons) => ({ ...terms, usage, reference })
  const find = heaviestAlone
  expect(tooLong({ method: 'analysis.explainCompared', ...COMPARISONS, inputOf, find })).toBeUndefined()
})

it('an open result is worked out and looked into elsewhere, whatever its size: here its input is not even read', async () => {
  const asked: unknown[] = []
  const unread = new Proxy({}, { ownKeys: () => expect.unreachable('It is read.') })
  const api = createApi({
    host: 'test',
    services: {
      ...NO_SERVICES,
      results: {
        ask: (...question) => {
          asked.push(question)
          return Promise.resolve(succeed(new Json(new Uint8Array())))
        },
        cancel: unused,
      },
    },
  })
  const methods = Object.keys(operations).filter((method) => /^results\.(?!cancel)/.test(method))
  expect(methods).toHaveLength(23)
  const { signal } = new AbortController()
  for (const method of methods) await api(method, unread, signal)
  expect(asked).toEqual(methods.map((method) => [method, unread, signal]))
})
