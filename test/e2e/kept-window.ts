import { onTestFinished, type RunnerTestCase } from 'vitest'
import { type Screen, screenOf } from './screen.ts'
import type { RunningApp } from './support/app.ts'
import type { PageOptions } from './support/windows.ts'

type NumberFormat = '1,234.56' | '1.234,56'
const AT_FIRST: NumberFormat = '1,234.56'
const WINDOW = { width: 1280, height: 800 }

/**
 * One window for the tests of a file, each with a new scenario in it: to open the application takes longer than most of
 * what they do there. For tests of what the Compare screen shows of a scenario; not of what is kept of it, of the list of
 * scenarios or of the program's start. After a test that failed, the next one opens a window of its own.
 */
export class KeptWindow {
  readonly #options: PageOptions
  #screen: Screen | null = null
  #format: NumberFormat = AT_FIRST

  constructor(options: PageOptions = {}) {
    this.#options = options
  }

  /** A scenario as a newcomer's is, on the Compare screen, for the test that runs. */
  async begin(app: RunningApp): Promise<Screen> {
    onTestFinished(({ task }) => this.#end(app, task))
    const kept = this.#screen
    if (kept === null) return (this.#screen = await screenOf(await app.open(this.#options)))
    if (this.#format !== AT_FIRST) await this.writeFigures(AT_FIRST)
    // Where this fails, the next test opens a window of its own.
    this.#screen = null
    await beginAnew(kept)
    return (this.#screen = kept)
  }

  /** Chooses in the settings how figures are written, until the test is over. */
  async writeFigures(format: NumberFormat): Promise<void> {
    if (this.#screen === null) throw new Error('No test has begun.')
    const { page, choose, row } = this.#screen
    this.#format = format
    await page.getByRole('link', { name: 'Settings' }).click()
    await choose('Numbers', format)
    await page.getByRole('link', { name: 'Compare' }).click()
    await row('Creator').waitFor()
  }

  async #end(app: RunningApp, test: Pick<RunnerTestCase, 'result'>): Promise<void> {
    if (this.#screen === null || test.result?.state !== 'fail') return
    await app.leave(this.#screen.page)
    this.#screen = null
    this.#format = AT_FIRST
  }
}

async function beginAnew(screen: Screen): Promise<void> {
  const { page } = screen
  await page.setViewportSize(WINDOW)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.mouse.move(0, 0)
  await page.keyboard.press('Escape')
  // What is being closed takes keys until it is gone, which a busy machine draws later than the next key comes.
  await page.locator('[role=dialog], [role=menu]').first().waitFor({ state: 'detached' })
  await page.keyboard.press('ControlOrMeta+n')
  const name = page.getByRole('textbox', { name: 'Name of the scenario' })
  const unsaved = page.getByRole('button', { name: 'Go on without it' })
  await name.or(unsaved).waitFor()
  if (await unsaved.isVisible()) await unsaved.click()
  await name.press('Escape')
  await page.keyboard.press('ControlOrMeta+1')
  // Which is the newest catalogue is nothing to these tests: a newcomer's is April's.
  await screen.pickCatalog('ElevenLabs, April 2026')
  await showCharts(screen)
  await page.getByRole('main').evaluate((main) => {
    for (const element of [main, ...main.querySelectorAll('*')]) element.scrollTo(0, 0)
    // As the program opens: nothing has the focus.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await screen.headline.getByText('Pro is cheapest at 400,000 credits a month: $99.00 a month').waitFor()
}

/** Whether charts are tables, and how far the axis reaches, is a person's view of all scenarios. */
async function showCharts({ page, curves, choose }: Screen): Promise<void> {
  const tables = page.getByRole('button', { name: 'Show as chart' })
  for (const table of (await tables.all()).toReversed()) await table.click()
  if (!(await curves.getByRole('radio', { name: 'Auto' }).isChecked()))
    await choose('Range of usage shown', 'Auto')
}
