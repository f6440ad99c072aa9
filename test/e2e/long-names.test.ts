import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { libraryOf, openName } from './library-screen.ts'
import { type Screen, screenOf, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { downloaded } from './support/downloaded.ts'
import { describeInChromium } from './support/in-chromium.ts'

/** As long as a name may be, with nowhere to break it. */
const LONG = 'W'.repeat(200)

/**
 * What of the parts is not whole inside the box: each must be in it from edge to edge. Measured in one look,
 * since a dialog that is still coming in moves between two.
 */
const cutIn = async (box: Locator, parts: Locator): Promise<readonly string[]> =>
  parts.evaluateAll(
    (found, element) => {
      if (!element || found.length === 0) throw new Error('There is nothing to measure.')
      const around = element.getBoundingClientRect()
      const whole = (part: DOMRect) =>
        part.width > 0 &&
        part.left >= around.left - 0.5 &&
        part.top >= around.top - 0.5 &&
        part.right <= around.right + 0.5 &&
        part.bottom <= around.bottom + 0.5
      return found.filter((part) => !whole(part.getBoundingClientRect())).map((part) => part.outerHTML)
    },
    await box.elementHandle(),
  )

const overflows = (box: Locator): Promise<boolean> =>
  box.evaluate((element) => element.scrollWidth > element.clientWidth)

describeInChromium('the longest name', () => {
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await screenOf(await app.open())
    await openName(screen.page).click()
    await screen.page.getByRole('textbox', { name: 'Name of the scenario' }).fill(LONG)
    await screen.page.keyboard.press('Enter')
    await openName(screen.page).filter({ hasText: LONG }).waitFor()
    return () => app.leave(screen.page)
  })

  const expectWhole = async (dialog: Locator) => {
    await dialog.getByText(LONG).first().waitFor()
    expect(await overflows(dialog)).toBe(false)
    expect(await cutIn(dialog, dialog.getByRole('button'))).toEqual([])
    expect(await cutIn(dialog, dialog.locator('p, h2'))).toEqual([])
  }

  it('wraps in the question about a change that cannot be kept', async () => {
    await screen.focus('Enterprise')
    await screen.page.getByRole('button', { name: 'Edit terms' }).click()
    await screen.page.getByRole('textbox', { name: 'Price a month' }).fill('lots')
    await screen.page.keyboard.press('Control+n')
    await expectWhole(screen.page.getByRole('dialog', { name: 'Your last change is not saved' }))
  })

  it('wraps in the question about a file of what is there already', async () => {
    const library = await libraryOf(screen.page)
    const download = library.page.waitForEvent('download')
    await library.press('Export…')
    const file = await download
    const chooser = library.page.waitForEvent('filechooser')
    await library.press('Import…')
    await (
      await chooser
    ).setFiles({
      name: file.suggestedFilename(),
      mimeType: 'application/json',
      buffer: await downloaded(file),
    })
    await expectWhole(library.page.getByRole('dialog', { name: /^Import/ }))
  })

  it('leaves the button that takes a deletion back whole', async () => {
    const library = await libraryOf(screen.page)
    await library.press('Delete')
    const undo = library.report.getByRole('button', { name: 'Undo' })
    await undo.waitFor()
    expect(await overflows(undo)).toBe(false)
    expect(await cutIn(library.page.locator('body'), undo)).toEqual([])
    await undo.click()
    expect(await shown(library.row(LONG))).toBe(true)
  })

  it('is typed on one clean line', async () => {
    await openName(screen.page).click()
    const field = screen.page.getByRole('textbox', { name: 'Name of the scenario' })
    const [line, height] = await field.evaluate((element) => [
      Number.parseFloat(getComputedStyle(element).lineHeight),
      element.clientHeight,
    ])
    expect(height).toBeLessThan(2 * (line ?? 0))
    expect(await field.evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(false)
  })

  it('is not cut where one is longer: it says so, and waits', async () => {
    await openName(screen.page).click()
    const field = screen.page.getByRole('textbox', { name: 'Name of the scenario' })
    await field.fill(`${LONG} and more`)
    await screen.page.getByText('209 characters: a name has at most 200.').waitFor()
    await screen.page.keyboard.press('Enter')
    expect(await field.inputValue()).toBe(`${LONG} and more`)
    await field.fill('Short again')
    await screen.page.keyboard.press('Enter')
    expect(await shown(openName(screen.page).getByText('Short again'))).toBe(true)
  })

  it('is not cut in the list either', async () => {
    const library = await libraryOf(screen.page)
    await library.list.focus()
    await screen.page.keyboard.press('F2')
    const field = library.page.getByRole('textbox', { name: /^New name of/ })
    await field.fill(`${LONG} and more`)
    await library.report.getByText('209 characters: a name has at most 200.').waitFor()
    await screen.page.keyboard.press('Enter')
    expect(await field.inputValue()).toBe(`${LONG} and more`)
    await screen.page.keyboard.press('Escape')
    expect(await shown(library.row(LONG))).toBe(true)
    expect(await library.report.getByText('at most').count()).toBe(0)
  })

  it('is not cut as a version’s name', async () => {
    await screen.page.getByRole('button', { name: 'Versions (V)' }).click()
    await screen.page.getByRole('button', { name: 'Name this…' }).first().click()
    const field = screen.page.getByRole('textbox', { name: 'Name of this version' })
    await field.fill(`${LONG} and more`)
    await screen.page.getByText('209 characters: a name has at most 200.').waitFor()
    await field.fill(LONG)
    await screen.page.keyboard.press('Enter')
    const versions = screen.page.getByRole('dialog', { name: 'Versions' })
    await versions.locator('strong').getByText(LONG).waitFor()
    expect(await overflows(versions)).toBe(false)
  })
})
