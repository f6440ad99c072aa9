import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openBundle } from '#main/hosts/open-bundle.ts'
import { handOver } from '#main/hosts/start/running.ts'
import { serve } from '#main/hosts/start/serve.ts'
import { succeed } from '#shared/problem.ts'
import { placesBelow } from '../fakes/program.ts'
import { PATIENT } from '../patience.ts'

vi.mock('#main/hosts/open-bundle.ts')

let home: string
let folder: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tierwise-handover-'))
  for (const [name, path] of Object.entries(placesBelow(home))) vi.stubEnv(name, path)
  folder = placesBelow(home).TIERWISE_DATA
  vi.mocked(openBundle).mockReset().mockResolvedValue(succeed(null))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true })
})

/** Starts the program in this process, as a person does with these files. */
function start(files: readonly string[]) {
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  const out = join(import.meta.dirname, '../../out')
  const code = serve({
    out,
    port: 0,
    open: false,
    idleMinutes: 0,
    files,
    say,
    sayInPlace: null,
    complain: say,
  })
  return { code, said }
}

/** A program that runs, until it is told to stop as by a signal. */
async function running(files: readonly string[] = []) {
  const others = process.listeners('SIGTERM')
  const { code, said } = start(files)
  await vi.waitUntil(() => existsSync(join(folder, 'running.json')), PATIENT)
  await vi.waitUntil(() => said.length > 0, PATIENT)
  const stop = () => {
    for (const listener of process.listeners('SIGTERM')) if (!others.includes(listener)) listener('SIGTERM')
    return code
  }
  return { said, stop }
}

const openedFiles = () => vi.mocked(openBundle).mock.calls.map(([, file]) => file)
const MANY = Array.from({ length: 101 }, (_, index) => `/home/ada/${String(index)}.tierwise`)

it('tells a second start at once where the first one is, however long its files take to be read', async () => {
  const reading = Promise.withResolvers<void>()
  vi.mocked(openBundle).mockImplementation(async () => {
    await reading.promise
    return succeed(null)
  })
  const { stop } = await running()
  const whereabouts = await handOver(folder, { files: ['/home/ada/large.tierwise'], open: false })
  expect(whereabouts?.address).toMatch(/^http:/)
  expect(openedFiles()).toEqual(['/home/ada/large.tierwise'])
  reading.resolve()
  expect(await stop()).toBe(0)
})

it('opens of very many files that a second start names the first hundred, and says so there', async () => {
  const { stop } = await running()
  const second = start(MANY)
  expect(await second.code).toBe(0)
  expect(second.said).toEqual([
    expect.stringMatching(/^Tierwise is running already, at /),
    '1 of 101 files: Tierwise opens 100 at a time; the others are as they were.',
  ])
  await vi.waitUntil(() => openedFiles().length >= 100, PATIENT)
  await stop()
  expect(openedFiles()).toEqual(MANY.slice(0, 100))
})

it('opens no more of those that a first start names, and says so', async () => {
  const { said, stop } = await running(MANY)
  expect(said[0]).toBe('1 of 101 files: Tierwise opens 100 at a time; the others are as they were.')
  await vi.waitUntil(() => openedFiles().length >= 100, PATIENT)
  await stop()
  expect(openedFiles()).toEqual(MANY.slice(0, 100))
})
