import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { KeptWindow } from './kept-window.ts'
import { type Screen, shown } from './screen.ts'

describeInChromium('the words of the cost chart', () => {
  const kept = new KeptWindow()
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await kept.begin(app)
  })

  it('name where the cheapest plan changes, as the title and the headline do', async () => {
    await screen.pickCatalog('ElevenLabs, October 2026')
    await screen.choose('Usage pattern', 'Growth')
    await screen.setUsage(200_000)
    await screen.curves
      .getByRole('heading', { name: /^Creator is the cheapest .*between 67,339 and 305,552/ })
      .waitFor()
    await screen.curves.getByText('Free → Creator 67,339', { exact: true }).waitFor()
    expect(await shown(screen.curves.getByText('Creator → Pro 305,552', { exact: true }))).toBe(true)
  })

  it('say with its name which plan blocks, on the screen that opens', async () => {
    expect(await shown(screen.curves.getByText('Starter blocks past 30,000', { exact: true }))).toBe(true)
  })

  // Fitted around 555,000 the range ends at 2M, where the first plans stand too close together for words.
  it.each([
    [356_000, '1.0M', ['Creator → Pro 356,667', 'Starter blocks past 30,000', 'Creator', 'Pro']],
    [400_000, '1.0M', ['Creator → Pro 356,667', 'Starter blocks past 30,000', 'Creator', 'Pro']],
    [450_000, '1.0M', ['Creator → Pro 356,667', 'Starter blocks past 30,000', 'Creator', 'Pro']],
    [555_000, '2.0M', ['Creator → Pro 356,667', 'Creator', 'Pro']],
  ])('are not struck through by the usage at %i', async (usage, end, all) => {
    await screen.setUsage(usage)
    const inChart = (words: string) => screen.curves.locator('svg').getByText(words, { exact: true }).first()
    await inChart(end).waitFor()
    const grip = await screen.marker.boundingBox()
    if (!grip) throw new Error('The marker is not on the screen.')
    const marker = grip.x + grip.width / 2
    for (const words of all) {
      const box = await inChart(words).boundingBox()
      if (!box) throw new Error(`${words} is not on the screen.`)
      expect(marker < box.x || marker > box.x + box.width).toBe(true)
    }
  })
})
