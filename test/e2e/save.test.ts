import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readWorkbook } from '../export/workbook/read-workbook.ts'
import { KeptWindow } from './kept-window.ts'
import { openName } from './library-screen.ts'
import type { Screen } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { downloaded } from './support/downloaded.ts'
import { describeInChromium } from './support/in-chromium.ts'

interface Saved {
  readonly name: string
  readonly bytes: Buffer
}

describeInChromium('what is saved of the Compare screen', () => {
  const kept = new KeptWindow({ theme: 'dark' })
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await kept.begin(app)
    await screen.page.emulateMedia({ colorScheme: 'dark' })
  })

  async function savedBy(act: () => Promise<unknown>): Promise<Saved> {
    const download = screen.page.waitForEvent('download')
    await act()
    const file = await download
    return { name: file.suggestedFilename(), bytes: await downloaded(file) }
  }

  const save = (part: Locator, item: string): Promise<Saved> =>
    savedBy(async () => {
      await part.getByRole('button', { name: 'Save as a file' }).click()
      await screen.page.getByRole('menuitem', { name: item }).click()
    })

  async function byCommand(typed: string): Promise<Saved> {
    await screen.page.keyboard.press('Control+k')
    const field = screen.page.getByRole('combobox', { name: 'Command, place or scenario' })
    await field.fill(typed)
    await screen.page.getByRole('option', { selected: true }).filter({ hasText: /^Save/ }).waitFor()
    return savedBy(() => field.press('Enter'))
  }

  describe('a chart', () => {
    it('is a picture of SVG that stands by itself, with its finding and units, light on white', async () => {
      await screen.page.locator('html[data-mantine-color-scheme=dark]').waitFor()
      const { name, bytes } = await save(screen.curves, 'Chart as SVG')
      expect(name).toBe('Worked example_ Creator at 400,000 credits a month, Cost by usage.svg')
      const svg = bytes.toString('utf8')
      for (const text of [
        'Pro is the cheapest between 356,667 and 1,462,500 credits a month',
        'What each plan costs a month, on average over 12 months, by credits used a month',
        '$ a month',
        'Creator → Pro 356,667',
        'Scale $330',
        '400,000',
      ])
        expect(svg).toContain(`>${text}</text>`)
      // Inks of the light theme, whatever the page is in, and nothing that only the page knows.
      expect(svg).toMatch(/<rect [^>]*fill="#ffffff"/)
      expect(svg).toContain('rgb(164, 95, 12)')
      expect(svg).not.toMatch(/var\(|class=|style="(?!font-variant)|color\(srgb|https?:\/\/(?!www\.w3\.org)/)
      expect(svg).toContain('src:url(data:font/woff2;base64,')
      expect(await screen.page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark')
    })

    it('has the words of its key, with the fills they stand for', async () => {
      const svg = (await save(screen.months, 'Chart as SVG')).bytes.toString('utf8')
      for (const text of ['Subscription', 'Rolled over', 'Left at the end', 'Credits', '$'])
        expect(svg).toContain(`>${text}</text>`)
      expect(svg).toContain('>Pro month by month, the cheapest plan</text>')
    })

    it('leaves out what is under the pointer', async () => {
      await screen.page.mouse.move(900, 380, { steps: 5 })
      await screen.page.locator('h3', { hasText: 'credits a month' }).waitFor()
      const { bytes } = await byCommand('cost chart svg')
      expect(bytes.toString('utf8')).not.toContain('blocks work')
    })

    it('is a picture of PNG with twice the pixels, drawn on white', async () => {
      const { name, bytes } = await save(screen.curves, 'Chart as PNG')
      expect(name).toMatch(/\.png$/)
      const drawn = await screen.page.evaluate(async (base64) => {
        const image = new Image()
        image.src = `data:image/png;base64,${base64}`
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = image.naturalWidth
        canvas.height = image.naturalHeight
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0)
        const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
        const pixels = new Set<string>()
        for (let at = 0; at < data.length; at += 4) pixels.add(`${data[at]},${data[at + 1]},${data[at + 2]}`)
        return { width: canvas.width, corner: `${data[0]},${data[1]},${data[2]}`, pixels: [...pixels] }
      }, bytes.toString('base64'))
      const box = await screen.curves.locator('[data-chart]').boundingBox()
      expect(drawn.width).toBe(2 * (Math.ceil(box?.width ?? 0) + 48))
      expect(drawn.corner).toBe('255,255,255')
      expect(drawn.pixels).toContain('164,95,12')
    })
  })

  it('the whole result is a workbook, of the scenario as it is seen', async () => {
    await screen.setUsage(500_000)
    const { name, bytes } = await savedBy(() => screen.page.keyboard.press('Control+Shift+x'))
    // No file name has a colon.
    expect(name).toBe(`${(await openName(screen.page).innerText()).replace(':', '-')}.xlsx`)
    const inputs = readWorkbook(bytes).get('Inputs')?.rows ?? []
    expect(inputs.find(([label]) => label?.value === 'Usage a month')?.[1]?.value).toBe(500_000)
  })

  describe('a table', () => {
    it('is a file of the figures that the engine gave', async () => {
      const { name, bytes } = await save(screen.rank, 'Table as CSV')
      expect(name).toMatch(/, Plans by rank\.csv$/)
      const [head, pro, creator] = bytes.toString('utf8').split('\r\n')
      expect(head).toMatch(/^\ufeffPlan,Total \(\$\),A month \(\$\)/)
      // 12 × $99; 12 × ($22 and 300,000 credits at $0.30 per 1,000).
      expect([pro, creator].map((line) => line?.split(',').slice(0, 3).join())).toEqual([
        'Pro,1188.00,99.00',
        'Creator,1344.00,112.00',
      ])
    })

    it.each([
      ['Where upgrades pay as CSV', 'Creator → Pro,356666.67,99.00,the bills meet,–'],
      ['Cheapest by usage as CSV', 'Free,0,10000'],
      ['Cost by usage as CSV', '0,0.00,5.00,22.00,99.00,330.00,1320.00,2640.00'],
    ])('is one of several of a chart: %s', async (item, line) => {
      expect((await save(screen.curves, item)).bytes.toString('utf8').split('\r\n')).toContain(line)
    })

    it('is saved by command too, of the plan that is shown', async () => {
      await screen.focus('Creator')
      await screen.months.getByText('Creator month by month').waitFor()
      const { name, bytes } = await byCommand('months csv')
      expect(name).toMatch(/, Creator month by month\.csv$/)
      expect(bytes.toString('utf8')).toContain('\r\n1,22.00,90.00,112.00,400000,')
    })

    it('takes the place of its chart, which cannot be saved then', async () => {
      await screen.months.getByRole('button', { name: 'Show as table' }).click()
      await screen.months.getByRole('button', { name: 'Show as chart' }).waitFor()
      await screen.months.getByRole('button', { name: 'Save as a file' }).click()
      const items = screen.page.getByRole('menuitem')
      await items.first().waitFor()
      expect(await items.allInnerTexts()).toEqual(['Table as CSV', 'Copy the table'])
      await screen.page.keyboard.press('Escape')
      await screen.page.keyboard.press('Control+k')
      await screen.page.getByRole('combobox', { name: 'Command, place or scenario' }).fill('months png')
      await screen.page.getByRole('option', { name: /Save the months.* shown as a table$/ }).waitFor()
      await screen.page.keyboard.press('Escape')
    })
  })
})
