import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saved } from './library-screen.ts'
import { KeptWindow } from './kept-window.ts'
import { type Screen, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

const OCTOBER = 'ElevenLabs, October 2026'

describeInChromium('the answer of the Compare screen', () => {
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

  const headlineWith = (text: string | RegExp) => shown(screen.headline.filter({ hasText: text }))
  const curveTitle = () => screen.curves.getByRole('heading', { level: 2 })
  const field = (name: string) => screen.page.getByRole('textbox', { name, exact: true })
  /** Growth of 30 % over five years: more credits in the end than can be counted. */
  const growBeyondBounds = async () => {
    await screen.choose('Usage pattern', 'Growth')
    await field('Growth a month').fill('30')
    await field('Months').fill('60')
    await headlineWith('Cannot be compared')
  }

  describe('is seen whole', () => {
    /** How far the words reach out of the box they are written in, or out of the window, in pixels. */
    const overhang = () =>
      screen.headline.evaluate((heading) => {
        const range = document.createRange()
        range.selectNodeContents(heading)
        const [words, box] = [range.getBoundingClientRect(), heading.getBoundingClientRect()]
        return Math.max(0, words.right - box.right, words.bottom - box.bottom, words.right - innerWidth)
      })
    const sliderTop = async () => (await screen.slider.boundingBox())?.y

    it.each([
      ['Growth', 200_000],
      ['Season', 400_000],
      ['Spike', 1_500_000],
    ] as const)('with %s at %d credits a month, and moves nothing below it', async (pattern, usage) => {
      const top = await sliderTop()
      await screen.pickCatalog(OCTOBER)
      await screen.choose('Usage pattern', pattern)
      await screen.setUsage(usage)
      await headlineWith('a month on average')
      expect(await overhang()).toBe(0)
      expect(await sliderTop()).toBe(top)
    })

    it('of a tie on assumed terms, in wide windows and narrow ones', async () => {
      await screen.setUsage(100_000_000)
      await headlineWith('cost the same')
      for (const width of [1920, 1280, 1000]) {
        await screen.page.setViewportSize({ width, height: 800 })
        expect(await overhang()).toBe(0)
      }
      expect(await screen.headline.innerText()).toBe(
        'Business with overage and Enterprise with overage on assumed terms cost the same at 100,000,000 credits a month: $12,000.00 a month',
      )
    })
  })

  describe('where inputs cannot be compared', () => {
    it('says so and what to change, and that the figures below are the last', async () => {
      await growBeyondBounds()
      expect(await screen.headline.innerText()).toBe(
        'Cannot be compared: the figures grow beyond what can be billed exactly',
      )
      expect(await screen.detail.innerText()).toBe(
        'The most is 9,007,199,254 credits or dollars in all. Use less usage, less growth or fewer months. The figures below are the last that could be compared.',
      )
      expect(await curveTitle().innerText()).toBe('Cost by usage')
      await screen.curves.getByText('not of the inputs as they are now').waitFor()
      await field('Months').fill('12')
      await headlineWith('is cheapest')
      expect(await curveTitle().innerText()).toContain('is the cheapest')
    })

    it('has a page that says what will stand there when none was ever compared', async () => {
      await growBeyondBounds()
      await saved(screen.page)
      await screen.page.reload()
      await headlineWith('Cannot be compared: the figures grow beyond what can be billed exactly')
      await screen.page.getByRole('region', { name: 'No figures yet' }).waitFor()
      expect(await screen.detail.innerText()).not.toContain('below')
      await field('Months').fill('12')
      await headlineWith('is cheapest')
      expect(await shown(screen.row('Pro'))).toBe(true)
    })

    it('compares fewer months than lie before a spike, without one, also after a reload', async () => {
      await screen.choose('Usage pattern', 'Spike')
      await screen.choose('Months compared', '1')
      await headlineWith('at 400,000 credits a month: $')
      await saved(screen.page)
      await screen.page.reload()
      expect(await shown(screen.row('Pro'))).toBe(true)
    })
  })

  it('claims no more than was computed', async () => {
    await screen.toggle('Overage')
    await screen.setUsage(12_000_000)
    await headlineWith('Enterprise alone blocks nothing')
    expect(await screen.detail.innerText()).toBe(
      'Business costs $1,320.00 a month but blocks 12,000,000 of 144,000,000 credits. Above 22,000,000 credits a month every plan blocks.',
    )
    expect(await curveTitle().innerText()).toBe(
      'Enterprise is the cheapest that blocks nothing between 11,000,000 and 22,000,000 credits a month',
    )
    await screen.setUsage(23_000_000)
    await curveTitle().filter({ hasText: 'Every plan blocks above 22,000,000 credits a month' }).waitFor()
    await screen.toggle('Overage')
    await screen.setUsage(10_000_000)
    await curveTitle().filter({ hasText: 'up to at least 50,000,000 credits a month' }).waitFor()
  })

  it('says of growing usage that its figures are of the first month', async () => {
    await screen.choose('Usage pattern', 'Growth')
    await headlineWith('for usage starting at 400,000 credits a month')
    await screen.detail.filter({ hasText: 'Starting above 820,696, Scale takes over.' }).waitFor()
    await curveTitle()
      .filter({ hasText: 'for usage starting between 200,147 and 820,696 credits a month' })
      .waitFor()
    expect(await shown(screen.curves.getByText('by credits used in month 1'))).toBe(true)
  })

  it('tells what is paid for a year in advance as it is paid', async () => {
    await screen.choose('Subscription billed', 'Annual')
    await screen.choose('Months compared', '3')
    await headlineWith(': $490.00 for 3 months, a year paid in advance')
    expect(await screen.detail.innerText()).toContain('$500.00 less for 3 months than Pro.')
    await screen.choose('Months compared', '12')
    expect(await headlineWith(': $82.50 a month, billed annually')).toBe(true)
  })

  it('says what "cheapest" means where a plan costs less and blocks a little', async () => {
    await screen.toggle('Overage')
    await screen.choose('Usage pattern', 'Season')
    await screen.setUsage(450_000)
    await headlineWith('Scale is the cheapest that blocks nothing for usage around 450,000')
    expect(await screen.detail.innerText()).toContain(
      'Pro costs $99.00 a month but blocks 25,880 of 5,400,000 credits.',
    )
  })

  it('calls a tie a tie in the sentence and over the curves', async () => {
    await screen.setUsage(356_667)
    await headlineWith('Creator with overage and Pro cost the same')
    expect(await curveTitle().innerText()).toBe('Creator and Pro cost the same at 356,667 credits a month')
  })

  it('counts one credit as one', async () => {
    await screen.usage.fill('1')
    expect(await headlineWith('at 1 credit a month')).toBe(true)
  })

  it('stays within the content policy and without an error', () => {
    expect(app.complaints()).toEqual([])
  })
})
