import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { launchBrowser } from '../support/browser.ts'
import { type StartedHost, startedHost } from './started-host.ts'
import { startTrace, takeTrace, type Trace, untilSettled, untilShown } from './trace.ts'

/** Milliseconds from an input event to the paint that shows its figures. */
interface Latency {
  readonly p50: number
  readonly p95: number
  readonly samples: number
}

interface Drags {
  /** All steps of all rounds. */
  readonly all: Latency
  /** Those at which the chart took another range. */
  readonly rangeChanges: Latency
  /** Paints that changed anything, for each input. */
  readonly paintsPerInput: number
  /** Processor time of the browser and the host together, for each input. */
  readonly cpuMsPerInput: number
}

export interface DragLatency {
  /** The bare page, before and after the application in each round. */
  readonly floor: Drags
  /** The first drag after terms were changed: nothing is known of them. */
  readonly fresh: Drags
  /** One more drag over the same usages. */
  readonly known: Drags
  /** To the paint after which nothing changes any more, the months' chart included; one step at a time. */
  readonly settled: Latency
}

const PROJECT = resolve(import.meta.dirname, '../../..')
const RENDERER = join(PROJECT, 'out/renderer')
const VIEWPORT = { width: 1920, height: 1080 }
const ROUNDS = 3
const WARM_STEPS = 40
const STEPS = 240
const SLOW_STEPS = 30
const PATIENCE_MS = 15_000
/** Between two moves of the pointer. */
const PAUSE_MS = 16
const SLOW_PAUSE_MS = 150
const REST_MS = 400

async function drag(page: Page, steps: number, pause: number): Promise<void> {
  const box = await page.locator('input[type=range]').boundingBox()
  if (!box) throw new Error('The slider is not on the screen.')
  const y = box.y + box.height / 2
  const x = (share: number) => box.x + 8 + (box.width - 16) * share
  await page.mouse.move(x(0.3), y)
  await page.mouse.down()
  for (let step = 0; step < steps; step++) {
    // Back and forth over three decades, through most ranges of the chart.
    const share = 0.55 + 0.35 * Math.sin((step / steps) * 4 * Math.PI)
    await page.mouse.move(x(share), y)
    await page.waitForTimeout(pause)
  }
  await page.mouse.up()
  await page.waitForTimeout(REST_MS)
}

interface Measured {
  readonly trace: Trace
  readonly cpuMs: number
}

/** Drags in a page and takes down what happened and what it cost. */
async function measured(page: Page, cpuMs: () => Promise<number>): Promise<Measured> {
  await takeTrace(page)
  const before = await cpuMs()
  await drag(page, STEPS, PAUSE_MS)
  const after = await cpuMs()
  return { trace: await takeTrace(page), cpuMs: after - before }
}

async function open(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'credits a month' }).waitFor()
  await startTrace(page)
  await drag(page, WARM_STEPS, PAUSE_MS)
  return page
}

function latencyOf(values: readonly number[]): Latency {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95), samples: sorted.length }
}

function drags(all: readonly Measured[]): Drags {
  const shown = all.flatMap(({ trace }) => untilShown(trace))
  const sum = (of: (one: Measured) => number) => all.reduce((total, one) => total + of(one), 0)
  const inputs = sum(({ trace }) => trace.inputs.length)
  return {
    all: latencyOf(shown.map(({ ms }) => ms)),
    rangeChanges: latencyOf(shown.filter(({ rangeChanged }) => rangeChanged).map(({ ms }) => ms)),
    paintsPerInput: sum(({ trace }) => trace.paints.length) / inputs,
    cpuMsPerInput: sum(({ cpuMs }) => cpuMs) / inputs,
  }
}

/** Drags the usage slider of the built application with a real pointer, between drags of a bare page. */
async function measureDrag(browser: Browser, host: StartedHost): Promise<DragLatency> {
  const session = await browser.newBrowserCDPSession()
  const cpuMs = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const browserMs = processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0)
    return browserMs + (await host.cpuMs())
  }
  const [floor, fresh, known]: [Measured[], Measured[], Measured[]] = [[], [], []]
  const settled: number[] = []
  const onFloor = async () => {
    const page = await open(browser, await host.invite('floor'))
    floor.push(await measured(page, cpuMs))
    await page.context().close()
  }
  for (let round = 0; round < ROUNDS; round++) {
    await onFloor()
    const page = await open(browser, await host.invite('app'))
    await page.keyboard.press('o')
    await page.waitForTimeout(REST_MS)
    fresh.push(await measured(page, cpuMs))
    known.push(await measured(page, cpuMs))
    await drag(page, SLOW_STEPS, SLOW_PAUSE_MS)
    settled.push(...untilSettled(await takeTrace(page)))
    await page.context().close()
    await onFloor()
  }
  return { floor: drags(floor), fresh: drags(fresh), known: drags(known), settled: latencyOf(settled) }
}

if (import.meta.main) {
  if (!existsSync(RENDERER)) throw new Error('There is no built renderer: run `npm run build` first.')
  const outDir = mkdtempSync(join(tmpdir(), 'tierwise-floor-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, 'floor'),
    build: { outDir, target: 'chrome152' },
  })
  const host = await startedHost(RENDERER, outDir)
  const browser = await launchBrowser()
  try {
    process.stdout.write(`${JSON.stringify(await measureDrag(browser, host))}\n`)
  } finally {
    await browser.close()
    await host.close()
    rmSync(outDir, { recursive: true, force: true })
  }
}
