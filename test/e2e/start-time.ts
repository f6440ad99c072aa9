import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from 'playwright-core'
import { createApplication } from '#main/hosts/application.ts'
import { call } from '#main/hosts/call.ts'
import { openLog } from '#main/hosts/log.ts'
import { sessionSecrets } from '#main/hosts/session-secrets.ts'
import { build, isOutOfDate } from '#main/hosts/start/build.ts'
import type { Input } from '#shared/api.ts'
import type { Result } from '#shared/problem.ts'
import { launchBrowser } from './support/browser.ts'

/** Milliseconds from starting the process, in a browser that is open already. */
export interface StartTime {
  /** To the line that says where Tierwise is. */
  readonly listening: number
  /** To the first figures on the screen. */
  readonly usable: number
}

const PROJECT = resolve(import.meta.dirname, '../..')
const SCENARIOS = 1000
const STARTS = 7
const PATIENCE_MS = 15_000

/** One of many scenarios, no two alike. */
const scenarioOf = (number: number): Input<'scenarios.run'> => ({
  schemaVersion: 1,
  name: `Scenario ${number}`,
  catalog: number % 2 === 0 ? 'elevenlabs-2026-04' : 'elevenlabs-2026-10',
  plan: number % 3 === 0 ? 'pro' : 'creator',
  start: '2026-01-31',
  months: 12,
  overage: { optIn: true },
  usage: {
    kind: 'pattern',
    monthly: String(100_000 + number * 500),
    pattern: { kind: 'seasonal', amplitude: '40', peakMonth: 11 },
  },
})

/** Fills a store, and leaves one of its scenarios to be opened at the next start. */
async function fillStore(folder: string): Promise<void> {
  const log = openLog(folder)
  const secrets = sessionSecrets('a benchmark keeps none', log)
  const worker = new URL('../../src-main/api/worker.ts', import.meta.url)
  const { api, close } = valueOf(createApplication({ host: 'web', folder, worker, log, secrets }))
  try {
    for (let number = 1; number <= SCENARIOS; number++) {
      const scenario = scenarioOf(number)
      const document = { kind: 'scenario' as const, content: { scenario } }
      const { id } = valueOf(await call(api, 'library.create', { name: scenario.name, document }))
      if (number === SCENARIOS / 2) await call(api, 'settings.change', { lastScenario: id })
    }
  } finally {
    await close()
  }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '))
  return result.value
}

async function timeStart(browser: Browser, folder: string): Promise<StartTime> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const started = performance.now()
  const host = spawn(process.execPath, [join(PROJECT, 'src-main/hosts/start.ts'), '--web', '--no-open'], {
    cwd: PROJECT,
    env: { ...process.env, TIERWISE_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((end) => host.once('exit', () => end()))
  try {
    const address = await addressFrom(host.stdout)
    const listening = performance.now() - started
    await page.goto(address, { waitUntil: 'commit' })
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'credits a month' }).waitFor()
    return { listening, usable: performance.now() - started }
  } finally {
    host.kill()
    await ended
    await context.close()
  }
}

async function addressFrom(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\S+/.exec(line)?.[0]
    if (address !== undefined) return address
  }
  throw new Error('The host ended without saying where it is.')
}

/** Starts the loopback host over and over on a store of a thousand scenarios; the median of each time. */
export async function measureStart(): Promise<StartTime> {
  if (isOutOfDate(PROJECT)) build(PROJECT)
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-start-'))
  const browser = await launchBrowser()
  try {
    await fillStore(folder)
    const times: StartTime[] = []
    for (let count = 0; count < STARTS; count++) times.push(await timeStart(browser, folder))
    return {
      listening: median(times.map(({ listening }) => listening)),
      usable: median(times.map(({ usable }) => usable)),
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

if (import.meta.main) process.stdout.write(`${JSON.stringify(await measureStart())}\n`)
