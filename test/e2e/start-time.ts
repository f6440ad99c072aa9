import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { createApplication } from '#main/hosts/application.ts'
import { call } from '#main/hosts/call.ts'
import { openLog } from '#main/hosts/log.ts'
import { sessionSecrets } from '#main/hosts/session-secrets.ts'
import { build, isOutOfDate } from '#main/hosts/start/build.ts'
import type { Input } from '#shared/api.ts'
import type { Result } from '#shared/problem.ts'
import { SOURCE_THREADS } from '../fakes/source-threads.ts'
import metadata from '../../package.json' with { type: 'json' }
import { launchBrowser } from './support/browser.ts'
import { median } from './support/median.ts'

/** Milliseconds from starting the process, in a browser window that is open already and at rest. */
export interface StartTime {
  /** To the line that says where the page is. */
  readonly listening: number
  /** To the paint that shows the first figures. */
  readonly figures: number
  /** To the paint that shows everything the screen holds. */
  readonly whole: number
}

export interface StartTimes {
  readonly app: StartTime
  /** The same of a process that serves one page with one answer in it: what this machine and its browser take. */
  readonly bare: StartTime
}

const PROJECT = resolve(import.meta.dirname, '../..')
const SCENARIOS = 1000
const ROUNDS = 7
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
  const threads = SOURCE_THREADS
  const { api, close } = valueOf(await createApplication({ host: 'web', folder, threads, log, secrets }))
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

/** What is started, and how its page is seen to be there. */
interface Started {
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** What there is from the first figures on, and once all is drawn: selectors that all find something. */
  readonly figures: readonly string[]
  readonly whole: readonly string[]
}

const APP: Pick<Started, 'figures' | 'whole'> = {
  figures: ['h1:not(:empty)'],
  whole: [
    'h1:not(:empty)',
    '[aria-label="Cost by usage"] svg path',
    '[aria-label="Plans by rank"] tbody tr',
    '[aria-label="Month by month"] svg path',
  ],
}

/** A page whose one script asks its host one thing and shows it. */
const BARE_HOST = `
  const { createServer } = process.getBuiltinModule('node:http')
  const page = '<!doctype html><title>Bare</title><h1></h1><script type="module" src="/page.js"></script>'
  const script = 'document.querySelector("h1").textContent = await (await fetch("/answer")).text()'
  const answers = { '/page.js': ['text/javascript', script], '/answer': ['text/plain', 'An answer'] }
  const server = createServer((request, response) => {
    const [type, body] = answers[request.url] ?? ['text/html', page]
    response.writeHead(200, { 'content-type': type })
    response.end(body)
  })
  server.listen(0, '127.0.0.1', () => process.stdout.write('http://127.0.0.1:' + server.address().port + '/\\n'))`

const BARE: Started = {
  args: ['--input-type=module', '--eval', BARE_HOST],
  env: process.env,
  figures: ['h1:not(:empty)'],
  whole: ['h1:not(:empty)'],
}

declare global {
  interface Window {
    /** When what was waited for was painted first, on the clock of the machine. */
    tierwisePainted?: { figures?: number; whole?: number }
  }
}

/** Runs in the page before its own scripts: notes the paints by which what is waited for was there. */
function watch(awaited: Pick<Started, 'figures' | 'whole'>): void {
  const painted: NonNullable<Window['tierwisePainted']> = {}
  window.tierwisePainted = painted
  const isThere = (selectors: readonly string[]) =>
    selectors.every((selector) => document.querySelector(selector) !== null)
  const afterPaint = (note: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => note(performance.timeOrigin + performance.now()))
      port1.start()
      port2.postMessage(null)
    })
  let figures = false
  const observer = new MutationObserver(() => {
    if (!figures && isThere(awaited.figures)) {
      figures = true
      afterPaint((at) => (painted.figures = at))
    }
    if (!isThere(awaited.whole)) return
    observer.disconnect()
    afterPaint((at) => (painted.whole = at))
  })
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
}

const now = (): number => performance.timeOrigin + performance.now()

async function timeStart(browser: Browser, started: Started): Promise<StartTime> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.addInitScript(watch, { figures: started.figures, whole: started.whole })
  await atRest(browser)
  const begun = now()
  const host = spawn(process.execPath, started.args, {
    cwd: PROJECT,
    env: started.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((end) => host.once('exit', () => end()))
  try {
    const address = await addressFrom(host.stdout)
    const listening = now()
    await page.goto(address, { waitUntil: 'commit' })
    const painted = await page.waitForFunction(() => {
      const { figures, whole } = window.tierwisePainted ?? {}
      return figures !== undefined && whole !== undefined ? { figures, whole } : false
    })
    const at = await painted.jsonValue()
    if (!at) throw new Error('Nothing was painted.')
    return { listening: listening - begun, figures: at.figures - begun, whole: at.whole - begun }
  } finally {
    host.kill()
    await ended
    await context.close()
  }
}

const LOOK_MS = 250
/** Of 250 ms, over all of the browser's processes. */
const AT_REST_MS = 10

/** A browser that has just opened a window has work of its own for most of a second. */
async function atRest(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const used = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0)
  }
  for (let before = await used(), work = Number.POSITIVE_INFINITY; work > AT_REST_MS;) {
    await setTimeout(LOOK_MS)
    const after = await used()
    work = after - before
    before = after
  }
  await session.detach()
}

async function addressFrom(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\S+/.exec(line)?.[0]
    if (address !== undefined) return address
  }
  throw new Error('The host ended without saying where it is.')
}

/**
 * Starts the loopback host over and over on a store of a thousand scenarios, a bare page each time before it; the
 * median of each time.
 */
export async function measureStart(): Promise<StartTimes> {
  if (isOutOfDate(PROJECT)) build(PROJECT)
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-start-'))
  const browser = await launchBrowser()
  try {
    await fillStore(folder)
    const app: Started = {
      ...APP,
      args: [metadata.v8Flags, join(PROJECT, 'src-main/hosts/start.js'), '--web', '--no-open'],
      env: { ...process.env, TIERWISE_DATA: folder },
    }
    const times: StartTimes[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const bare = await timeStart(browser, BARE)
      times.push({ bare, app: await timeStart(browser, app) })
    }
    return {
      app: medianOf(times.map((round) => round.app)),
      bare: medianOf(times.map((round) => round.bare)),
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const medianOf = (times: readonly StartTime[]): StartTime => ({
  listening: median(times.map(({ listening }) => listening)),
  figures: median(times.map(({ figures }) => figures)),
  whole: median(times.map(({ whole }) => whole)),
})

if (import.meta.main) process.stdout.write(`${JSON.stringify(await measureStart())}\n`)
