import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { build } from 'vite'
import {
  accountOf,
  SIXTY_PEOPLE,
  TWO_HUNDRED_PEOPLE,
  VARIANTS_OF_PEOPLE,
} from '../../fakes/account-of-people.ts'
import { startedHost, type StartedHost } from '../drag/started-host.ts'
import { leaveContents } from '../support/account-store.ts'
import { launchBrowser } from '../support/browser.ts'
import { memoryOf, type PageMemory } from './memory.ts'
import { longestTask } from './longest-task.ts'
import { installTimer, type Taken, timeHash, timeKey } from './timer.ts'

/** What the Account screen takes, in milliseconds. */
export interface AccountSpeed {
  /** One key, one call and one text of a bare page, in the same browser. */
  readonly floor: readonly Taken[]
  /** Edits by one key each of a year of 60 people, and of the same until it is compared with eight variants anew. */
  readonly sixty: readonly Taken[]
  readonly variants: readonly Taken[]
  /** Three years of 200 people, opened where such accounts were billed before, and edited. */
  readonly opened: Taken
  readonly large: readonly Taken[]
  readonly ledger: LedgerSpeed
  /** After so many edits in all, and of the bare page. */
  readonly edits: number
  readonly memory: PageMemory
  readonly floorMemory: PageMemory
}

interface LedgerSpeed {
  readonly rows: number
  /** Of the window while it is scrolled by wheel and by keys, in time of the processor. */
  readonly longestTask: number
  /** From the key to rows on screen: a page on, and to the other end of the list. */
  readonly paged: readonly Taken[]
  readonly jumped: readonly Taken[]
}

const PROJECT = resolve(import.meta.dirname, '../../..')
const RENDERER = join(PROJECT, 'out/renderer')
const VIEWPORT = { width: 1280, height: 800 }
const PATIENCE_MS = 60_000
const WARM_EDITS = 10
const EDITS = 40
/** Turns of the bare page and the application. */
const ROUNDS = 4
const LARGE_EDITS = 20
/** In all, before the memory of the page is read. */
const EDITS_KEPT = 200
const WHEEL_STEPS = 120
const FRAME_MS = 16
const PAGES = 20
const JUMPS = 10

async function open(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await installTimer(page)
  return page
}

const figures = (page: Page): Locator => page.getByRole('heading', { level: 1 }).getByText('$')

async function show(page: Page, view: string): Promise<void> {
  await page.getByRole('tab', { name: view, exact: true }).click()
  await page.locator('#result-view section').first().waitFor()
}

/** So many edits of the seats by one key each, the next once the page is at rest: up and down, within their bound. */
async function edit(
  page: Page,
  times: number,
  awaited: 'figures' | 'table' = 'figures',
): Promise<readonly Taken[]> {
  await page.getByLabel(/^(Full seats bought|Seats)/).focus()
  const all: Taken[] = []
  for (let count = 0; count < times; count++)
    all.push(await timeKey(page, awaited, count % 40 < 20 ? 'ArrowUp' : 'ArrowDown'))
  return all
}

async function scrollLedger(browser: Browser, page: Page): Promise<LedgerSpeed> {
  await show(page, 'Ledger')
  const list = page.getByRole('region', { name: 'Entries of the ledger as a table' })
  const table = page.getByRole('grid', { name: 'Entries of the ledger' })
  await table.locator('[aria-rowindex="2"]').getByRole('gridcell').first().focus()
  const rows = Number(await table.getAttribute('aria-rowcount')) - 1
  const box = await list.boundingBox()
  if (box === null) throw new Error('The ledger is not on the screen.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const [paged, jumped]: [Taken[], Taken[]] = [[], []]
  const longest = await longestTask(browser, page, async () => {
    for (let step = 0; step < WHEEL_STEPS; step++) {
      await page.mouse.wheel(0, step % 40 < 30 ? 900 : -600)
      await wait(FRAME_MS)
    }
    await timeKey(page, 'rows', 'Control+Home')
    // The first page is in sight: from its last row on, each is another one.
    await page.keyboard.press('PageDown')
    for (let count = 0; count < PAGES; count++) paged.push(await timeKey(page, 'rows', 'PageDown'))
    for (let count = 0; count < JUMPS; count++)
      jumped.push(await timeKey(page, 'rows', count % 2 === 0 ? 'Control+End' : 'Control+Home'))
  })
  return { rows, longestTask: longest, paged, jumped }
}

/** Edits of both pages in turns, so that what else the machine does slows both alike. */
async function inTurns(floor: Page, page: Page): Promise<Pick<AccountSpeed, 'floor' | 'sixty'>> {
  await edit(floor, WARM_EDITS)
  await edit(page, WARM_EDITS)
  const [ofFloor, ofPage]: [Taken[], Taken[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    await floor.bringToFront()
    ofFloor.push(...(await edit(floor, EDITS / ROUNDS)))
    await page.bringToFront()
    ofPage.push(...(await edit(page, EDITS / ROUNDS)))
  }
  return { floor: ofFloor, sixty: ofPage }
}

async function measure(
  browser: Browser,
  invite: StartedHost['invite'],
  [small, withVariants, large]: readonly string[],
): Promise<AccountSpeed> {
  const floor = await open(browser, await invite('floor'))
  const floorMemory = await memoryOf(browser, floor)
  const page = await open(browser, await invite('app'))
  const account = (id: string | undefined, view: string) => timeHash(page, `#/account/${id ?? ''}/${view}`)
  await page.getByRole('link', { name: 'Account' }).click()
  await figures(page).waitFor()
  await page.getByRole('button', { name: /^Plan and terms/ }).click()
  const turns = await inTurns(floor, page)
  await floor.context().close()
  await account(withVariants, 'variants')
  await page.getByText('Twice the usage').first().waitFor()
  await edit(page, WARM_EDITS, 'table')
  const variants = await edit(page, EDITS, 'table')
  const opened = await account(large, 'timeline')
  const edited = await edit(page, LARGE_EDITS)
  const ledger = await scrollLedger(browser, page)
  await account(small, 'credits')
  await edit(page, EDITS_KEPT - 2 * (WARM_EDITS + EDITS) - LARGE_EDITS)
  const memory = await memoryOf(browser, page)
  return { ...turns, variants, opened, large: edited, ledger, edits: EDITS_KEPT, memory, floorMemory }
}

if (import.meta.main) {
  if (!existsSync(RENDERER)) throw new Error('There is no built renderer: run `npm run build` first.')
  const outDir = mkdtempSync(join(tmpdir(), 'tierwise-floor-'))
  const store = mkdtempSync(join(tmpdir(), 'tierwise-account-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, 'floor'),
    build: { outDir, target: 'chrome152' },
  })
  const sixtyPeople = accountOf(SIXTY_PEOPLE)
  const ids = leaveContents(store, [
    { scenario: sixtyPeople },
    { scenario: sixtyPeople, variants: { list: VARIANTS_OF_PEOPLE } },
    { scenario: accountOf(TWO_HUNDRED_PEOPLE) },
  ])
  const host = await startedHost(RENDERER, outDir, store)
  const browser = await launchBrowser()
  try {
    process.stdout.write(`${JSON.stringify(await measure(browser, host.invite, ids))}\n`)
  } finally {
    await browser.close()
    await host.close()
    rmSync(outDir, { recursive: true, force: true })
    rmSync(store, { recursive: true, force: true })
  }
}
