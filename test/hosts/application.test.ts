import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { createApi } from '#main/api/router.ts'
import { builtThreads, createApplication, isOpeningCalledOff, type Waiting } from '#main/hosts/application.ts'
import { call } from '#main/hosts/call.ts'
import { openLog } from '#main/hosts/log.ts'
import { sessionSecrets } from '#main/hosts/session-secrets.ts'
import { decoded, Json } from '#main/runs/json.ts'
import { MOST_PLAIN_INPUT } from '#shared/bridge.ts'
import type { AppEvent } from '#shared/events.ts'
import { bytesOf, textOf } from '../fakes/bytes-of.ts'
import { LARGEST } from '../fakes/largest-scenario.ts'
import { PATIENT } from '../patience.ts'
import { companyWith, problemOf, valueOf } from '../store/support.ts'

const THREADS = builtThreads(resolve(import.meta.dirname, '../../out'))

afterEach(() => vi.restoreAllMocks())

async function open(folder = mkdtempSync(join(tmpdir(), 'tierwise-application-')), waiting?: Waiting) {
  const log = openLog(join(folder, 'logs'))
  const secrets = sessionSecrets('There is no key store in this test.', log)
  const opened = await createApplication({
    host: 'web',
    folder,
    threads: THREADS,
    log,
    secrets,
    ...(waiting ? { waiting } : {}),
  })
  if (!opened.ok) return opened
  const { api, events, recent, close } = opened.value
  const told: AppEvent[] = []
  events.subscribe((event) => void told.push(event))
  onTestFinished(async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { ok: true as const, value: { folder, log, api, told, events, recent, close } }
}
const opened = async (folder?: string) => valueOf(await open(folder))

/** The largest scenario's beginning, which is more than is read where it comes in. */
const LARGE = { ...LARGEST, months: 12, usageEvents: (LARGEST.usageEvents ?? []).slice(0, 4000) }

const jsonOf = (input: unknown): Json => {
  const json = new Json(new TextEncoder().encode(JSON.stringify(input)))
  expect(json.bytes.length).toBeGreaterThan(MOST_PLAIN_INPUT)
  return json
}

/** The file of a large scenario, from an application that has it no longer. */
async function largeFile(): Promise<string> {
  const { api } = await opened()
  const document = { kind: 'scenario', content: { scenario: LARGE } }
  const made = decoded(await api('library.create', jsonOf({ name: 'Large', document })))
  const { id } = z.object({ id: z.string() }).parse(valueOf(made))
  return textOf(valueOf(await call(api, 'bundles.export', { id })))
}

const readings = (told: readonly AppEvent[]) =>
  told.flatMap((event) => (event.kind === 'run' && event.run.method === 'bundles.read' ? [event.run] : []))

it('keeps its folder to itself, and leaves it with everything in it for the next', async () => {
  const first = await opened()
  valueOf(await call(first.api, 'library.create', { name: 'Acme', document: companyWith('x') }))
  expect(first.told).toContainEqual(expect.objectContaining({ kind: 'document' }))
  expect(problemOf(await open(first.folder)).code).toBe('store.in_use')

  await first.close()
  const second = await opened(first.folder)
  const list = await call(second.api, 'library.list', { kind: 'company' })
  expect(valueOf(list).map(({ name }) => name)).toEqual(['Acme'])
})

it('is none where whoever waited called it off, be it too late to leave the documents as they were', async () => {
  const first = await opened()
  await first.close()
  const told: number[] = []
  const onMigrating = (progress: number) => void told.push(progress)
  const late = await open(first.folder, { onMigrating, signal: AbortSignal.abort() })
  expect(problemOf(late).code).toBe('host.called_off')
  expect(isOpeningCalledOff(late)).toBe(true)
  expect(told).toEqual([])
  // And has let go of the documents.
  await opened(first.folder)
})

it('takes away at its start what one that was killed was writing: beside the documents, and where files were last', async () => {
  const first = await opened()
  const elsewhere = mkdtempSync(join(tmpdir(), 'tierwise-elsewhere-'))
  onTestFinished(() => rmSync(elsewhere, { recursive: true }))
  await first.recent.visit(join(elsewhere, 'may.tierwise'))
  await first.close()
  const unfinished = `.tierwise-${String(process.pid)}-${randomUUID()}.tmp`
  const longAgo = new Date(Date.now() - 2 * 60 * 60_000)
  for (const place of [first.folder, elsewhere]) {
    writeFileSync(join(place, unfinished), 'half')
    utimesSync(join(place, unfinished), longAgo, longAgo)
  }
  await opened(first.folder)
  await vi.waitUntil(
    () => [first.folder, elsewhere].every((place) => !existsSync(join(place, unfinished))),
    PATIENT,
  )
  expect(readdirSync(elsewhere)).toEqual([])
})

it('imports a large file by a run that can be watched, and reads none of it itself', async () => {
  const text = await largeFile()
  const { api, told } = await opened()
  const parsing = vi.spyOn(JSON, 'parse')
  const decoding = vi.spyOn(TextDecoder.prototype, 'decode')
  const outcome = await api('bundles.import', { file: bytesOf(text), onExisting: 'ask' })
  const read = [
    ...parsing.mock.calls.map(([json]) => json.length),
    ...decoding.mock.calls.map(([bytes]) => bytes?.byteLength ?? 0),
  ]
  expect(valueOf(decoded(outcome))).toMatchObject({ kind: 'imported', document: { name: 'Large' } })
  expect(Math.max(...read)).toBeLessThan(MOST_PLAIN_INPUT)
  expect(readings(told).map(({ status }) => status)).toEqual(
    expect.arrayContaining(['waiting', 'running', 'done']),
  )
  // In the library as the file has it.
  const [document] = valueOf(await call(api, 'library.list', { kind: 'scenario' }))
  expect(textOf(valueOf(await call(api, 'bundles.export', { id: document?.id ?? '' })))).toBe(text)
})

it('reads a small file where the library is, without a run', async () => {
  const { api, told } = await opened()
  const outcome = await call(api, 'bundles.import', { file: bytesOf('no bundle') })
  expect(problemOf(outcome).code).toBe('bundle.not_json')
  expect(readings(told)).toEqual([])
})

it.each(['by name', 'by whoever asked'])('leaves nothing of an import that is cancelled %s', async (how) => {
  const text = await largeFile()
  const { api, events } = await opened()
  const leaving = new AbortController()
  events.subscribe((event) => {
    if (event.kind !== 'run' || event.run.status !== 'running') return
    if (how === 'by name') void api('runs.cancel', { id: event.run.id })
    else leaving.abort()
  })
  const outcome = await api('bundles.import', { file: bytesOf(text), onExisting: 'ask' }, leaving.signal)
  expect(problemOf(outcome).code).toBe('run.cancelled')
  expect(valueOf(await call(api, 'library.list', { kind: 'scenario' }))).toEqual([])
})

it('refuses a large file as it refuses a small one', async () => {
  const { api } = await opened()
  const text = `{"format": "tierwise", "schemaVersion": 1, "name": "${'x'.repeat(MOST_PLAIN_INPUT)}"}`
  const refusal = problemOf(await api('bundles.import', { file: bytesOf(text) }))
  const small = text.replace(/x+/, 'x')
  expect(refusal).toEqual(problemOf(await api('bundles.import', { file: bytesOf(small) })))
})

it('answers large input of every call that may have it as it answers the input itself', async () => {
  const { api, told } = await opened()
  const here = createApi({ host: 'web' })
  expect(decoded(await api('scenarios.run', jsonOf(LARGE)))).toEqual(await here('scenarios.run', LARGE))
  const document = { document: { ...LARGE, plan: 'none' } }
  expect(decoded(await api('documents.validate', jsonOf(document)))).toEqual(
    await here('documents.validate', document),
  )
  const started = await api('runs.start', jsonOf({ method: 'scenarios.run', input: LARGE }))
  const { id } = z.object({ id: z.string() }).parse(valueOf(started))
  const done = { kind: 'run', run: expect.objectContaining({ id, status: 'done' }) }
  await vi.waitFor(() => expect(told).toContainEqual(done), PATIENT)
  expect(decoded(await api('runs.result', { id }))).toEqual(await here('scenarios.run', LARGE))
})

it('refuses large input that is no JSON, of no use to a call, or of a run that it does not name first', async () => {
  const { api } = await opened()
  const codeOf = async (method: string, input: Json) => problemOf(await api(method, input)).code
  const noJson = () => new Json(new TextEncoder().encode('['.repeat(MOST_PLAIN_INPUT + 1)))
  expect(await codeOf('library.edit', noJson())).toBe('input.malformed')
  expect(await codeOf('scenarios.run', noJson())).toBe('input.malformed')
  expect(await codeOf('app.info', noJson())).toBe('input.too_large')
  expect(await codeOf('runs.start', jsonOf({ input: LARGE, method: 'scenarios.run' }))).toBe('input.invalid')
})

it('tells a call that comes while it stops, and is none for a defect', async () => {
  const { log, api, close } = await opened()
  const closing = close()
  const told = await api('library.create', { name: 'Acme', document: companyWith('x') })
  expect(told).toMatchObject({ ok: false, problems: [{ code: 'host.stopping' }] })
  await closing
  expect(await api('library.list', {})).toEqual(told)
  expect(existsSync(log.file)).toBe(false)
})
