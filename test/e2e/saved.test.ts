import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { libraryOf, openName, saved, WORKED_EXAMPLE } from './library-screen.ts'
import { ANY_CALL, gone, type Screen, screenOf, shown, stopAnswers } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

describeInChromium('the open scenario', () => {
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await screenOf(await app.open())
    return () => app.leave(screen.page)
  })

  const button = (name: string | RegExp) => screen.page.getByRole('button', { name })
  const headlineWith = (text: string) => shown(screen.headline.filter({ hasText: text }))

  it('is still there, with its undo, after a reload', async () => {
    await screen.setUsage(500_000)
    await saved(screen.page)
    await screen.choose('Subscription billed', 'Annual')
    await button(/^Undo: Bill annually/).waitFor()
    await screen.page.reload()
    await headlineWith('500,000 credits a month')
    await button(/^Undo: Bill annually/).click()
    await button(/^Redo: Bill annually/).waitFor()
    expect(await screen.page.getByRole('radio', { name: 'Monthly' }).isChecked()).toBe(true)
    await screen.page.keyboard.press('Control+z')
    await headlineWith('400,000 credits a month')
    await screen.page.keyboard.press('Control+y')
    await screen.page.keyboard.press('Control+Shift+z')
    await button(/^Undo: Bill annually/).waitFor()
    expect(await headlineWith('500,000 credits a month')).toBe(true)
  })

  it('keeps what was changed in the very moment before the page is left', async () => {
    const address = screen.page.url()
    await screen.setUsage(654_000)
    await screen.page.goto('about:blank')
    await screen.page.goto(address)
    expect(await headlineWith('654,000 credits a month')).toBe(true)
  })

  it('is not left for another one while its last change cannot be kept, unless a person says so', async () => {
    await screen.focus('Enterprise')
    await button('Edit terms').click()
    const price = screen.page.getByRole('textbox', { name: 'Price a month' })
    await price.fill('lots')
    await button('Retry').first().waitFor()
    await screen.page.keyboard.press('Control+n')
    const asked = screen.page.getByRole('dialog', { name: 'Your last change is not saved' })
    await asked.getByText('Expected an amount of money').waitFor()
    await asked.getByRole('button', { name: 'Go back' }).click()
    expect(await gone(asked)).toBe(true)
    expect(await price.inputValue()).toBe('lots')
    await screen.page.keyboard.press('Control+n')
    await asked.getByRole('button', { name: 'Go on without it' }).click()
    await screen.page.getByRole('textbox', { name: 'Name of the scenario' }).waitFor()
    const library = await libraryOf(screen.page)
    expect(await library.names()).toEqual(['New scenario', WORKED_EXAMPLE])
  })

  it('keeps a change made in the bin by restoring it from there', async () => {
    const other = await app.openBeside(screen.page)
    const elsewhere = await libraryOf(other)
    await elsewhere.press('Delete')
    await screen.page.getByText('This scenario is in the bin.').waitFor()
    await screen.setUsage(654_000)
    await screen.page.getByText('in the bin, and your change is not saved').waitFor()
    expect(await button('Retry').count()).toBe(0)
    await screen.page.getByRole('button', { name: 'Restore', exact: true }).click()
    await saved(screen.page)
    await screen.page.reload()
    expect(await headlineWith('654,000 credits a month')).toBe(true)
    await app.leave(other)
  })

  it('can be left with what was changed in the bin', async () => {
    const library = await libraryOf(screen.page)
    await library.press('Delete')
    await screen.page.getByRole('link', { name: 'Compare' }).click()
    await screen.setUsage(654_000)
    await screen.page.getByText('in the bin, and your change is not saved').waitFor()
    await screen.page.keyboard.press('Control+n')
    const asked = screen.page.getByRole('dialog', { name: 'Your last change is not saved' })
    await asked.getByRole('button', { name: 'Restore and save' }).click()
    await screen.page.getByRole('textbox', { name: 'Name of the scenario' }).waitFor()
    await screen.page.keyboard.press('Escape')
    await screen.page.getByRole('link', { name: 'Scenarios' }).click()
    await library.row(WORKED_EXAMPLE).getByText('654,000').waitFor()
    expect((await library.names()).toSorted()).toEqual(['New scenario', WORKED_EXAMPLE])
  })

  it('is not exported as it was before while its last change cannot be kept', async () => {
    await screen.focus('Enterprise')
    await button('Edit terms').click()
    await screen.page.getByRole('textbox', { name: 'Price a month' }).fill('lots')
    await button('Retry').first().waitFor()
    const downloads: string[] = []
    screen.page.on('download', (download) => downloads.push(download.suggestedFilename()))
    const library = await libraryOf(screen.page)
    await library.press('Export…')
    await library.report.getByText('Not exported: your last change cannot be saved.').waitFor()
    await library.press('Duplicate')
    await library.report.getByText('Not duplicated: your last change cannot be saved.').waitFor()
    expect(await library.names()).toEqual([WORKED_EXAMPLE])
    expect(downloads).toEqual([])
  })

  it('has one revision for a whole drag', async () => {
    const box = await screen.slider.boundingBox()
    if (!box) throw new Error('The slider is not on the screen.')
    const y = box.y + box.height / 2
    await screen.page.mouse.move(box.x + box.width * 0.6, y)
    await screen.page.mouse.down()
    await screen.page.mouse.move(box.x + box.width * 0.8, y, { steps: 12 })
    await screen.page.mouse.up()
    await button(/^Undo: Change usage to /).click()
    await headlineWith('400,000 credits a month')
    expect(await shown(button('Nothing to undo'))).toBe(true)
  })

  it('is renamed in its place', async () => {
    await openName(screen.page).click()
    await screen.page.keyboard.type('Creator or Pro')
    await screen.page.keyboard.press('Enter')
    await openName(screen.page).getByText('Creator or Pro').waitFor()
    await screen.page.reload()
    await openName(screen.page).getByText('Creator or Pro').waitFor()
    await screen.page.keyboard.press('F2')
    await screen.page.keyboard.type('Never mind')
    await screen.page.keyboard.press('Escape')
    expect(await shown(openName(screen.page).getByText('Creator or Pro'))).toBe(true)
  })

  it('is the same in two windows', async () => {
    const other = await screenOf(await app.openBeside(screen.page))
    expect(await shown(openName(other.page).getByText(WORKED_EXAMPLE))).toBe(true)
    await screen.setUsage(700_000)
    await other.headline.filter({ hasText: '700,000 credits a month' }).waitFor()
    await other.page.getByRole('button', { name: /^Undo: Change usage to 700,000/ }).click()
    await headlineWith('400,000 credits a month')
    await app.leave(other.page)
  })

  it('has versions that can be named and gone back to', async () => {
    await screen.setUsage(500_000)
    await saved(screen.page)
    await button('Versions (V)').click()
    const versions = screen.page.getByRole('dialog', { name: 'Versions' })
    const entry = (text: string) => versions.getByRole('listitem').filter({ hasText: text })
    await entry('Change usage to 500,000').getByRole('button', { name: 'Name this…' }).click()
    await screen.page.keyboard.type('As quoted')
    await screen.page.keyboard.press('Enter')
    await entry('As quoted').waitFor()
    await versions.getByRole('listitem').last().getByRole('button', { name: 'Go back to this' }).click()
    await headlineWith('400,000 credits a month')
    await button('Versions (V)').click()
    await versions.getByRole('button', { name: 'Named only' }).click()
    expect(await versions.getByRole('listitem').count()).toBe(1)
    await entry('As quoted').getByRole('button', { name: 'Go back to this' }).click()
    expect(await headlineWith('500,000 credits a month')).toBe(true)
  })

  it('says that it is not kept while the engine is gone, and is kept on retry', async () => {
    await stopAnswers(screen.page)
    await screen.usage.fill('900000')
    await screen.page.getByRole('group', { name: 'Scenario', exact: true }).getByText('Not saved').waitFor()
    // However busy the machine is, the hand is there the moment the engine is: later the window may have found it by itself.
    const retry = await screen.page.getByRole('button', { name: 'Retry' }).first().elementHandle()
    await screen.page.unroute(ANY_CALL)
    await retry?.evaluate((found) => found instanceof HTMLElement && found.click())
    await saved(screen.page)
    await screen.page.reload()
    expect(await headlineWith('900,000 credits a month')).toBe(true)
  })

  it('prints as a page of its own, light whatever the theme', async () => {
    await screen.page.emulateMedia({ colorScheme: 'dark' })
    const look = () => screen.page.locator('html').getAttribute('data-mantine-color-scheme')
    await expect.poll(look).toBe('dark')
    const printed = await screen.page.evaluate(
      () =>
        new Promise<{ scheme: string | null; width: number; navigation: boolean; wide: number }>(
          (resolve) => {
            window.print = () => {
              const { body } = document
              const navigation = document.querySelector('nav')
              resolve({
                scheme: document.documentElement.getAttribute('data-mantine-color-scheme'),
                width: Math.round(body.getBoundingClientRect().width),
                navigation: navigation !== null && navigation.getClientRects().length > 0,
                wide: [...document.querySelectorAll('main svg, main table')].filter(
                  (drawn) => drawn.getBoundingClientRect().right > body.getBoundingClientRect().right + 1,
                ).length,
              })
            }
            document.querySelector<HTMLButtonElement>('button[aria-label^="Print"]')?.click()
          },
        ),
    )
    // A4 less its margins: 186 mm at 96 pixels to the inch.
    expect(printed).toEqual({ scheme: 'light', width: 703, navigation: false, wide: 0 })
    await expect.poll(look).toBe('dark')
  })

  it('names on paper what its figures are taken from', async () => {
    const terms = screen.page.getByRole('region', { name: 'Terms of Pro' })
    const sources = terms.getByRole('list')
    const printed = () =>
      terms
        .locator('li')
        .first()
        .evaluate((line) => line.checkVisibility())
    expect(await printed()).toBe(false)
    await screen.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await sources
      .getByText(/20\d\d \(published\)$/)
      .first()
      .waitFor()
    expect(await printed()).toBe(true)
    expect(
      await shown(terms.getByText('All figures are those of ElevenLabs, April 2026, in USD, as of')),
    ).toBe(true)
    await screen.page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect.poll(printed).toBe(false)
  })
})
