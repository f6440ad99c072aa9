import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { build, isOutOfDate } from '#main/hosts/start/build.ts'
import { largestFile } from '../fakes/largest-scenario.ts'
import { startedHost } from './drag/started-host.ts'
import { libraryOf, openName } from './library-screen.ts'
import { launchBrowser } from './support/browser.ts'
import { median } from './support/median.ts'

/** The longest that a window was held at a time, in milliseconds. */
export interface LongestTasks {
  /** While the largest file was picked, read, kept and shown. */
  readonly largest: number
  /** The same of a file with hardly any events: what the window takes to draw another scenario. */
  readonly ordinary: number
}

const PROJECT = resolve(import.meta.dirname, '../..')
const RENDERER = join(PROJECT, 'out/renderer')
const ROUNDS = 5
const FEW_EVENTS = 10

declare global {
  interface Window {
    tierwiseLongest?: number
  }
}

/** Runs in the page: notes the longest that a task of it had to wait for its turn. */
function watch(): void {
  const { port1, port2 } = new MessageChannel()
  let before = performance.now()
  port1.addEventListener('message', () => {
    const now = performance.now()
    window.tierwiseLongest = Math.max(window.tierwiseLongest ?? 0, now - before)
    before = now
    port2.postMessage(null)
  })
  port1.start()
  port2.postMessage(null)
}

/** The longest since the last time. */
const takeLongest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const longest = window.tierwiseLongest ?? 0
    window.tierwiseLongest = 0
    return longest
  })

/** Picks the file on the Scenarios screen, as one more where it is there already, until it is shown. */
async function importFile(page: Page, file: string): Promise<number> {
  const library = await libraryOf(page)
  const isThere = (await library.row('The largest').count()) > 0
  await takeLongest(page)
  const chooser = page.waitForEvent('filechooser')
  await library.press('Import…')
  await (await chooser).setFiles(file)
  if (isThere) await page.getByRole('button', { name: 'Keep both' }).click()
  await openName(page).filter({ hasText: 'The largest' }).waitFor()
  await page.getByRole('grid', { name: 'Plans by rank' }).waitFor()
  return takeLongest(page)
}

/** Picks both files over and over, in turns; the median of the longest task of each. */
export async function measureLargestFile(): Promise<LongestTasks> {
  if (isOutOfDate(PROJECT)) build(PROJECT)
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-largest-'))
  const files = { largest: join(folder, 'largest.tierwise'), ordinary: join(folder, 'ordinary.tierwise') }
  writeFileSync(files.largest, largestFile())
  writeFileSync(files.ordinary, largestFile(FEW_EVENTS))
  const host = await startedHost(RENDERER, RENDERER)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(await host.invite('app'))
    await openName(page).waitFor()
    await page.evaluate(watch)
    const longest = { largest: new Array<number>(), ordinary: new Array<number>() }
    for (let round = 0; round < ROUNDS; round++) {
      longest.ordinary.push(await importFile(page, files.ordinary))
      longest.largest.push(await importFile(page, files.largest))
    }
    return { largest: median(longest.largest), ordinary: median(longest.ordinary) }
  } finally {
    await browser.close()
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await measureLargestFile())}\n`)
