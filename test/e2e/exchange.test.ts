import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { libraryOf, type LibraryScreen, openName, WORKED_EXAMPLE } from './library-screen.ts'
import { gone, screenOf, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { downloaded } from './support/downloaded.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { largestFile } from '../fakes/largest-scenario.ts'

describeInChromium('scenarios as files', () => {
  let app: RunningApp
  let library: LibraryScreen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    const page = await app.open()
    await screenOf(page)
    library = await libraryOf(page)
    return () => app.leave(page)
  })

  const dialog = (name: string | RegExp) => library.page.getByRole('dialog', { name })

  /** The text of the worked example's file, as a browser downloads it. */
  async function exported(): Promise<string> {
    const download = library.page.waitForEvent('download')
    await library.press('Export…')
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^Worked example.*\.tierwise$/)
    return (await downloaded(file)).toString('utf8')
  }

  async function pick(name: string, text: string): Promise<void> {
    const chooser = library.page.waitForEvent('filechooser')
    await library.press('Import…')
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  }

  const drop = (name: string, text: string): Promise<void> =>
    library.page.evaluate(
      ([file, content]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([content], file))
        for (const type of ['dragenter', 'dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      },
      [name, text] as const,
    )

  it('ask before they take the place of what is there, and may stand beside it', async () => {
    const text = await exported()
    await pick('mine.tierwise', text)
    await dialog(`Import “${WORKED_EXAMPLE}”`).getByRole('button', { name: 'Cancel' }).click()
    await gone(dialog(/Import/))
    expect(await library.names()).toEqual([WORKED_EXAMPLE])
    await pick('mine.tierwise', text)
    await dialog(/Import/)
      .getByRole('button', { name: 'Keep both' })
      .click()
    await openName(library.page).waitFor()
    await library.page.getByRole('link', { name: 'Scenarios' }).click()
    await expect.poll(async () => (await library.names()).length).toBe(2)
  })

  it('replace what is there when told to, which can be undone', async () => {
    const text = await exported()
    await library.page.getByRole('link', { name: 'Compare' }).click()
    const screen = await screenOf(library.page)
    await screen.setUsage(900_000)
    await drop('mine.tierwise', text)
    await dialog(/Import/)
      .getByRole('button', { name: 'Replace' })
      .click()
    await screen.headline.filter({ hasText: '400,000 credits a month' }).waitFor()
    // The event that the document changed may come before the answer that closes the dialog, which has the keys till then.
    await gone(dialog(/Import/))
    await library.page.keyboard.press('Control+z')
    expect(await shown(screen.headline.filter({ hasText: '900,000 credits a month' }))).toBe(true)
  })

  it('are shown where to drop', async () => {
    await library.page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['{}'], 'mine.tierwise'))
      document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true }))
    })
    expect(await shown(library.page.getByText('Drop to import the scenario'))).toBe(true)
  })

  it('are refused with every problem and its path', async () => {
    const bundle = JSON.parse(await exported())
    bundle.content.scenario.months = 'many'
    bundle.content.scenario.usage.monthly = '-5'
    await pick('broken.tierwise', JSON.stringify(bundle))
    const refused = dialog('broken.tierwise cannot be imported')
    await refused.getByText('content.scenario.months').waitFor()
    await refused.getByText('content.scenario.usage.monthly').waitFor()
    await refused.getByRole('button', { name: 'Close' }).last().click()
    expect(await library.names()).toEqual([WORKED_EXAMPLE])
  })

  it('that are none are refused in words', async () => {
    await pick('notes.txt', 'Remember the milk')
    await dialog('notes.txt cannot be imported').getByText('Nothing was imported.').waitFor()
    expect(await dialog('notes.txt cannot be imported').getByRole('listitem').count()).toBe(1)
  })

  it('that are large are read while everything else goes on, and can be called off', async () => {
    await pick('largest.tierwise', largestFile())
    const reading = library.page.getByRole('status').filter({ hasText: 'Reading a large file' })
    // It is shown once that takes a while, which a quick machine may have done by then.
    await reading.getByText('Cancel').dispatchEvent('click')
    await gone(reading)
    expect(await library.names()).toEqual([WORKED_EXAMPLE])
    expect(await dialog(/import/i).count()).toBe(0)
  })
})
