import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { createApi } from '#main/api/router.ts'
import { builtThreads, createApplication } from '#main/hosts/application.ts'
import { call } from '#main/hosts/call.ts'
import { openLog } from '#main/hosts/log.ts'
import { sessionSecrets } from '#main/hosts/session-secrets.ts'
import { decoded, Json } from '#main/runs/json.ts'
import { MOST_PLAIN_INPUT } from '#shared/bridge.ts'
import type { AppEvent } from '#shared/events.ts'
import { RunResult } from '#shared/run-result.ts'
import { SCENARIO } from '../api/cases.ts'
import { LARGEST } from '../fakes/largest-scenario.ts'
import { PATIENT } from '../patience.ts'
import { problemOf, valueOf } from '../store/support.ts'

const THREADS = builtThreads(resolve(import.meta.dirname, '../../out'))

afterEach(() => vi.restoreAllMocks())

/** The application as it is built, with what it told; every window of it has the same door. */
async function application() {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-open-results-'))
  const log = openLog(join(folder, 'logs'))
  const secrets = sessionSecrets('There is no key store in this test.', log)
  const app = valueOf(await createApplication({ host: 'web', folder, threads: THREADS, log, secrets }))
  const told: AppEvent[] = []
  app.events.subscribe((event) => void told.push(event))
  onTestFinished(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { ...app, told }
}

/** More events than are read where they come in. */
const LARGE = { ...LARGEST, months: 3, usageEvents: (LARGEST.usageEvents ?? []).slice(0, 4000) }

const jsonOf = (input: unknown): Json => {
  const json = new Json(new TextEncoder().encode(JSON.stringify(input)))
  expect(json.bytes.length).toBeGreaterThan(MOST_PLAIN_INPUT)
  return json
}

const ALL = { account: null, offset: 0, limit: 500 }

it('has the same result for two windows that open the same, and keeps what each has opened', async () => {
  const { api } = await application()
  const other = { ...SCENARIO, name: 'Another' }
  const [first, second, third] = await Promise.all(
    [SCENARIO, SCENARIO, other].map((scenario) => call(api, 'results.open', { scenario, document: null })),
  )
  if (!first || !second || !third) throw new Error('Not everything was answered.')
  expect(second).toEqual(first)
  const ids = [first, third].map((summary) => valueOf(summary).id)
  expect(new Set(ids).size).toBe(2)
  // Each month of the run grants the quota once.
  for (const id of ids)
    expect(valueOf(await call(api, 'results.grants', { ...ALL, id })).total).toBe(SCENARIO.months)
})

it('fills in the usage events of a document, and reads none of them where windows are answered', async () => {
  const { api } = await application()
  const document = { kind: 'scenario', content: { scenario: LARGE } }
  const made = decoded(await api('library.create', jsonOf({ name: 'Large', document })))
  const { id } = z.object({ id: z.string() }).parse(valueOf(made))
  const parsing = vi.spyOn(JSON, 'parse')
  const decoding = vi.spyOn(TextDecoder.prototype, 'decode')
  const scenario = { ...LARGE, name: 'Edited', usageEvents: { kept: 4000 } }
  const answer = await api('results.open', { scenario, document: id })
  const read = [
    ...parsing.mock.calls.map(([json]) => json.length),
    ...decoding.mock.calls.map(([bytes]) => bytes?.byteLength ?? 0),
  ]
  expect(Math.max(0, ...read)).toBeLessThan(MOST_PLAIN_INPUT)
  vi.restoreAllMocks()
  const run = await createApi({ host: 'web' })('scenarios.run', { ...LARGE, name: 'Edited' })
  expect(valueOf(decoded(answer))).toMatchObject({ id: RunResult.parse(valueOf(run)).inputHash })
})

/** A scenario whose run takes far longer than anybody waits. */
function endlessScenario() {
  const members = Array.from({ length: 1000 }, (_, index) => ({ id: `member-${index}`, seat: 'basic' }))
  const streams = members.map(({ id }) => ({
    id,
    member: id,
    product: 'text-to-speech',
    model: 'Eleven v3',
    monthly: '1000',
  }))
  const usage = { kind: 'streams', streams }
  return { ...SCENARIO, plan: 'enterprise', months: 120, members, usage }
}

it('ends what takes long when a window says so, and opens the next', async () => {
  const { api, events } = await application()
  const stop = events.subscribe((event) => {
    if (event.kind !== 'job') return
    stop()
    void api('results.cancel', { token: event.token })
  })
  const job = { asker: 'the-window-that-asks', token: 'the-token-of-the-opening' }
  const opening = api('results.open', { job, scenario: endlessScenario(), document: null })
  expect(problemOf(await opening).code).toBe('result.cancelled')
  const { id } = valueOf(await call(api, 'results.open', { scenario: SCENARIO, document: null }))
  expect(valueOf(await call(api, 'results.invoices', { ...ALL, id })).total).toBeGreaterThan(0)
})

it('what one window opens or calls off disturbs no other', async () => {
  const { api, told } = await application()
  const here = { asker: 'the-window-that-waits', token: 'the-token-of-the-one-opening' }
  const there = { asker: 'another-window-asks', token: 'the-token-of-the-other-opening' }
  const long = api('results.open', { job: here, scenario: endlessScenario(), document: null })
  const tokens = () => new Set(told.flatMap((event) => (event.kind === 'job' ? event.token : [])))
  await vi.waitUntil(() => tokens().has(here.token), PATIENT)
  const short = call(api, 'results.open', { job: there, scenario: SCENARIO, document: null })
  expect(valueOf(await call(api, 'results.cancel', { token: there.token }))).toEqual({ cancelled: true })
  expect(problemOf(await short).code).toBe('result.cancelled')
  // The long one goes on: there is something to call off still.
  expect(valueOf(await call(api, 'results.cancel', { token: here.token }))).toEqual({ cancelled: true })
  expect(problemOf(await long).code).toBe('result.cancelled')
})

it('says that there was nothing to end', async () => {
  const { api } = await application()
  expect(valueOf(await call(api, 'results.cancel', { token: 'a-token-that-nobody-has' }))).toEqual({
    cancelled: false,
  })
})
