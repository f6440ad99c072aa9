import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createEvents } from '#main/api/events.ts'
import { answerRun } from '#main/api/long-calls.ts'
import { createApi } from '#main/api/router.ts'
import { runs as runsArea } from '#main/api/runs.ts'
import type { Runs } from '#main/api/services.ts'
import { presets } from '#main/catalogs/index.ts'
import { decoded, Json } from '#main/runs/json.ts'
import { createRuns } from '#main/runs/runs.ts'
import { createThreadedCalls } from '#main/runs/threaded-calls.ts'
import type { Input } from '#shared/api.ts'
import type { Result } from '#shared/problem.ts'
import { LongMethod, type RunState } from '#shared/runs.ts'
import { CASES, SCENARIO, WRITTEN_OUT } from '../api/cases.ts'
import { bytesOf } from '../fakes/bytes-of.ts'
import { largestFile } from '../fakes/largest-scenario.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const SOURCE = resolve(PROJECT, 'src-main/api/worker.ts')
const BUILT = resolve(PROJECT, 'out/main/worker.js')

if (!existsSync(BUILT)) throw new Error('There is no built worker: run `npm run build` first.')

const call = createApi({ host: 'test' })

const codesOf = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code))

describe.each([
  ['from the sources', SOURCE],
  ['as built', BUILT],
])('long calls in a worker thread, %s', (_name, worker) => {
  const events = createEvents()
  const pool: Runs = createRuns({ events, worker, size: 1 })
  const area = runsArea({ runs: pool })
  afterAll(() => pool.close())

  /** What the run answered, once it came to its end. */
  async function answered(method: LongMethod, input: unknown): Promise<Result<unknown>> {
    const started = await area['runs.start']({ method, input })
    if (!started.ok) return started
    await ended(started.value.id)
    return decoded(await area['runs.result']({ id: started.value.id }))
  }

  const ended = (id: string) =>
    new Promise<RunState>((end) => {
      const stop = events.subscribe((event) => {
        if (event.kind !== 'run' || event.run.id !== id) return
        if (event.run.status === 'waiting' || event.run.status === 'running') return
        stop()
        end(event.run)
      })
    })

  it.each(LongMethod.options)('answer what a direct call answers: %s', async (method) => {
    for (const input of CASES[method].good)
      expect(await answered(method, input)).toEqual(await call(method, input))
  })

  it.each(LongMethod.options)('refuse what a direct call refuses: %s', async (method) => {
    for (const input of CASES[method].bad) {
      const direct = codesOf(await call(method, input))
      expect(direct).not.toEqual([])
      expect(codesOf(await answered(method, input))).toEqual(direct)
    }
  })

  it('refuse input that does not fit the method before anything runs, with its path', async () => {
    const before = pool.list()
    const input = { scenario: { ...SCENARIO, months: 0 }, plan: 'pro' }
    expect(await area['runs.start']({ method: 'analysis.bestUpgrade', input })).toMatchObject({
      ok: false,
      problems: [{ code: 'input.invalid', path: 'input.scenario.months' }],
    })
    expect(pool.list()).toEqual(before)
  })
})

it('a heavy call is answered in a thread as it would be in the main one', async () => {
  const calls = createThreadedCalls({ worker: SOURCE, size: 1 })
  const threaded = createApi({ host: 'test', answerInThread: calls.answer })
  const credits = Array.from({ length: 120 }, (_, month) => String(1000 * month))
  const grants = [
    {
      id: 'gift',
      amount: '7',
      start: '2026-01-31',
      expires: '2036-01-01',
      recurrence: { every: 1, unit: 'day' },
    },
  ]
  const scenario = { ...SCENARIO, months: 120, usage: { kind: 'series', credits }, grants }
  const reference = { kind: 'balance', period: 100 }
  for (const [method, input] of [
    ['scenarios.run', scenario],
    ['scenarios.events', scenario],
    ['scenarios.explain', { scenario, reference }],
    [
      'analysis.explainCompared',
      {
        catalog: WRITTEN_OUT,
        months: 120,
        usage: '400000',
        reference: { kind: 'compared', plan: 'pro', of: { kind: 'total' } },
      },
    ],
    ['analysis.curves', { catalog: WRITTEN_OUT, upTo: '2000000' }],
  ] as const) {
    const answer = await threaded(method, input)
    expect(answer).toMatchObject({ ok: true, value: expect.any(Json) })
    expect(decoded(answer)).toEqual(await call(method, input))
  }
  await calls.close()
})

describe('a long call tells how far it is', () => {
  /** Two periods: 31 January to 28 February to 31 March, 28 and 31 days of 59. */
  const PERIODS = [28 / 59, 1]

  async function progressOf<M extends LongMethod>(method: M, input: Input<M>): Promise<readonly number[]> {
    const told: number[] = []
    const answer = await answerRun(method, input, (done, of) => told.push(done / of))
    expect(answer).toEqual(await call(method, input))
    return told
  }

  it('by the days of its periods, where one account is billed', async () => {
    expect(await progressOf('scenarios.run', SCENARIO)).toEqual(PERIODS)
    expect(await progressOf('analysis.attribution', { scenario: SCENARIO, dimensions: ['day'] })).toEqual(
      PERIODS,
    )
  })

  it('by what is done of reading a document: a scenario, its file, a catalogue', async () => {
    const [catalog] = presets
    const validated = (document: unknown) => progressOf('documents.validate', { document })
    expect(await validated(SCENARIO)).toEqual([1 / 3, 2 / 3])
    expect(await validated(catalog)).toEqual([1 / 2])
    expect(await validated(JSON.parse(largestFile(1)))).toEqual([2 / 3])
    expect(await validated({ ...SCENARIO, plan: 'none' })).toEqual([1 / 3])
  })

  it('by what is done of reading a file for the library', async () => {
    const told: number[] = []
    const input = { file: bytesOf(largestFile(1)), onExisting: 'copy' }
    const answer = await answerRun('bundles.read', input, (done, of) => told.push(done / of))
    expect(answer).toMatchObject({ ok: true, value: { bundle: { name: 'The largest' }, onExisting: 'copy' } })
    expect(told).toEqual([0.25, 0.5, 0.75])
  })

  it('by the variants it has billed', async () => {
    const variants = ['creator', 'pro', 'scale', 'business'].map((plan) => ({ name: plan, plan }))
    expect(await progressOf('analysis.variants', { scenario: SCENARIO, variants })).toEqual([
      0, 0.25, 0.5, 0.75,
    ])
  })

  it('by the plans it has priced both failures on', async () => {
    const plans = presets.find(({ id }) => id === SCENARIO.catalog)?.plans.length ?? Number.NaN
    const before = Array.from({ length: plans }, (_, index) => index / plans)
    expect(await progressOf('analysis.bothFailures', { scenario: SCENARIO })).toEqual(before)
  })

  it('by the days it has tried: never, and each of the 58 after the first', async () => {
    const before = Array.from({ length: 59 }, (_, index) => index / 59)
    expect(await progressOf('analysis.bestUpgrade', { scenario: SCENARIO, plan: 'pro' })).toEqual(before)
  })
})
