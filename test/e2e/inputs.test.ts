import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { positionOf } from '#renderer/fields/usage-scale.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { withClipboard } from './support/clipboard.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { KeptWindow } from './kept-window.ts'
import { gone, type Screen, shown } from './screen.ts'

describeInChromium('the inputs of the Compare screen', () => {
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

  it('change every figure while the slider is dragged', async () => {
    const box = await screen.slider.boundingBox()
    if (!box) throw new Error('The slider is not on the screen.')
    const y = box.y + box.height / 2
    const before = await screen.headline.innerText()
    await screen.page.mouse.move(box.x + box.width * 0.6, y)
    await screen.page.mouse.down()
    await screen.page.mouse.move(box.x + box.width * 0.8, y, { steps: 8 })
    // The button is still down: the figures do not wait for it.
    await headlineWith('Scale')
    expect(await screen.headline.innerText()).not.toBe(before)
    await screen.page.mouse.move(box.x + box.width * 0.2, y, { steps: 8 })
    await headlineWith('Free is cheapest')
    await screen.page.mouse.up()
  })

  it('claim first-month offers only where one changes a figure', async () => {
    const line = screen.page.locator('header p').first()
    const offers = screen.page.getByRole('switch', { name: 'First-month offers' })
    const described = () =>
      offers.evaluate(
        (input) => document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent,
      )
    const place = async () => (await screen.page.getByText('Usage pattern').first().boundingBox())?.y
    await screen.toggle('First-month offers')
    await line.filter({ hasText: 'first-month offers' }).waitFor()
    expect(await described()).toBe('What a new customer gets off the first bill.')
    const before = await place()
    await screen.choose('Subscription billed', 'Annual')
    await line.filter({ hasText: 'billed annually' }).waitFor()
    await expect.poll(described).toBe('No effect: offers here are for monthly billing.')
    expect(await line.innerText()).not.toContain('first-month offers')
    expect(await place()).toBe(before)
    await screen.choose('Subscription billed', 'Monthly')
    await line.filter({ hasText: 'first-month offers' }).waitFor()
    await screen.pickCatalog('ElevenLabs as Dodo Payments builds it')
    await expect.poll(described).toBe('No plan here has one.')
    expect(await line.innerText()).not.toContain('first-month offers')
  })

  it('set the usage by pressing in the chart', async () => {
    const box = await screen.page.getByTestId('curve-pointer').boundingBox()
    if (!box) throw new Error('The chart is not on the screen.')
    await screen.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await headlineWith('500,000 credits a month')
    expect(await screen.usage.inputValue()).toBe('500,000')
  })

  it('show every plan’s cost under the pointer', async () => {
    const box = await screen.page.getByTestId('curve-pointer').boundingBox()
    if (!box) throw new Error('The chart is not on the screen.')
    await screen.page.mouse.move(box.x + box.width * 0.6, box.y + 80)
    const readout = screen.curves.getByText('600,000 credits a month').locator('..')
    await readout.getByText('$123.00').waitFor()
    await readout.getByText('$172.00').waitFor()
    expect(await headlineWith('400,000')).toBe(true)
  })

  describe('for the axis of the cost chart', () => {
    const last = () => screen.curves.locator('.recharts-xAxis-tick-labels text').last()
    const endsAt = (end: string) => shown(last().filter({ hasText: new RegExp(`^${end}$`) }))
    /** Longer than the axis waits before it is fitted again. */
    const pause = () => screen.page.waitForTimeout(500)

    it('fit it to a typed figure, whatever was there before', async () => {
      expect(await endsAt('1.0M')).toBe(true)
      await screen.setUsage(1_200_000)
      expect(await endsAt('5.0M')).toBe(true)
      await screen.setUsage(400_000)
      expect(await endsAt('1.0M')).toBe(true)
      await screen.setUsage(3_000_000)
      expect(await endsAt('10M')).toBe(true)
      await screen.choose('Range of usage shown', '20M')
      expect(await endsAt('20M')).toBe(true)
    })

    it('fit it once keys are let go of', async () => {
      await screen.setUsage(450_000)
      await screen.slider.focus()
      await screen.page.keyboard.press('ArrowRight')
      await screen.headline.filter({ hasText: '460,000' }).waitFor()
      expect(await endsAt('2.0M')).toBe(true)
    })

    it('hold it while the slider is held, however long, and fit it when that is let go of', async () => {
      const box = await screen.slider.boundingBox()
      if (!box) throw new Error('The slider is not on the screen.')
      const { page } = screen
      const at = (usage: number) => box.x + 8 + (box.width - 16) * positionOf(usage)
      await page.mouse.move(at(400_000), box.y + box.height / 2)
      await page.mouse.down()
      await page.mouse.move(at(700_000), box.y + box.height / 2, { steps: 5 })
      await screen.headline.filter({ hasNotText: '400,000' }).waitFor()
      await pause()
      expect(await last().textContent()).toBe('1.0M')
      // It may be let go of beside the slider.
      await page.mouse.move(at(700_000), box.y + 300)
      await page.mouse.up()
      expect(await endsAt('2.0M')).toBe(true)
    })

    it('begin anew with another scenario', async () => {
      await screen.setUsage(1_200_000)
      expect(await endsAt('5.0M')).toBe(true)
      await screen.page.keyboard.press('Escape')
      await screen.page.keyboard.press('ControlOrMeta+n')
      await screen.headline.filter({ hasText: '400,000 credits a month' }).waitFor()
      expect(await endsAt('1.0M')).toBe(true)
    })

    it.each([
      { usage: 1_200_000, months: '36', growth: '20', end: '2.5M' },
      { usage: 510_000_000, months: '12', growth: null, end: '700M' },
      { usage: 60_000_000, months: '120', growth: null, end: '70M' },
    ])('end it where $usage over $months months can be billed', async ({ usage, months, growth, end }) => {
      if (growth !== null) {
        await screen.choose('Usage pattern', 'Growth')
        await screen.page.getByRole('textbox', { name: 'Growth a month' }).fill(growth)
      }
      await screen.page.getByRole('textbox', { name: 'Months' }).fill(months)
      await screen.usage.fill(String(usage))
      await screen.headline.filter({ hasText: usage.toLocaleString('en-US') }).waitFor()
      expect(await endsAt(end)).toBe(true)
      await pause()
      expect(await screen.page.getByRole('alert').count()).toBe(0)
      expect(await screen.curves.getAttribute('data-stale')).toBe('false')
    })

    it('say where a range chosen by hand cannot be billed, as a person would', async () => {
      await screen.choose('Usage pattern', 'Growth')
      await screen.page.getByRole('textbox', { name: 'Growth a month' }).fill('20')
      await screen.choose('Months compared', '36')
      await screen.choose('Range of usage shown', '20M')
      expect(await screen.page.getByRole('alert').innerText()).toBe(
        'The cost chart cannot reach so far. The total of all months at 20,000,000 credits a month is more than 9,007,199,254, the most that can be billed exactly. The answer and the ranking are right; choose Auto for the chart.',
      )
      await screen.choose('Range of usage shown', 'Auto')
      expect(await gone(screen.page.getByRole('alert'))).toBe(true)
    })

    it('say once that all months together are too much', async () => {
      await screen.usage.fill('9000000000')
      await screen.headline.filter({ hasText: 'beyond what can be billed exactly' }).waitFor()
      await screen.page.getByText('The total of all months is too large.', { exact: true }).waitFor()
      expect(await screen.page.getByText('An amount is larger').count()).toBe(0)
    })
  })

  it('compare over the months asked for, chosen or typed', async () => {
    await screen.choose('Months compared', '24')
    await screen.row('Pro').filter({ hasText: '2,376.00' }).waitFor()
    await screen.page.getByRole('textbox', { name: 'Months' }).fill('7')
    expect(await shown(screen.row('Pro').filter({ hasText: '693.00' }))).toBe(true)
  })

  it('bill annually', async () => {
    await screen.choose('Subscription billed', 'Annual')
    expect(await shown(screen.row('Pro').filter({ hasText: '990.00' }))).toBe(true)
  })

  it('block work with overage off, and say so in the chart and the ranking', async () => {
    await screen.toggle('Overage')
    await screen.row('Creator').filter({ hasText: '3,600,000' }).waitFor()
    await screen.curves.getByText('Pro blocks past 500,000').waitFor()
    await screen.setUsage(20_000_000)
    expect(await headlineWith('Enterprise')).toBe(true)
  })

  it('say it when every plan blocks', async () => {
    await screen.toggle('Overage')
    await screen.usage.fill('40000000')
    await headlineWith('Every plan blocks work at 40,000,000 credits a month')
    expect(
      await shown(screen.detail.filter({ hasText: 'Turn overage on to see what serving them would cost.' })),
    ).toBe(true)
  })

  it('have an answer for no usage', async () => {
    await screen.usage.fill('0')
    expect(await headlineWith('With no usage Free is enough: $0.00 a month')).toBe(true)
  })

  it('let usage grow, and show the months it runs over', async () => {
    await screen.choose('Usage pattern', 'Growth')
    await headlineWith('for usage starting at 400,000 credits a month')
    await screen.months.getByRole('heading').filter({ hasText: 'Pro runs over in 7 of 12 months' }).waitFor()
    await screen.page.getByRole('textbox', { name: 'Growth a month' }).fill('0')
    expect(await shown(screen.months.getByRole('heading').filter({ hasText: 'Pro never runs over' }))).toBe(
      true,
    )
  })

  it('cover a spike with rolled-over credits', async () => {
    await screen.setUsage(80_000)
    await screen.focus('Creator')
    await screen.choose('Usage pattern', 'Spike')
    await screen.page.getByRole('textbox', { name: 'Times the usage' }).fill('1.5')
    const title = screen.months.getByRole('heading')
    // 80,000 × 1.5 in one month of 100,000.
    await title
      .filter({ hasText: 'Creator never runs over; rollover covers 20,000 above the quota' })
      .waitFor()
    await screen.months.getByRole('button', { name: 'Show as table' }).click()
    const third = screen.months.getByRole('row').nth(3)
    expect((await third.getByRole('cell').allInnerTexts()).slice(0, 7)).toEqual([
      '3',
      '22.00',
      '0.00',
      '22.00',
      '120,000',
      '80,000',
      '40,000',
    ])
  })

  it('move usage with the season', async () => {
    await screen.choose('Usage pattern', 'Season')
    await screen.page.getByRole('textbox', { name: 'Peak in month' }).fill('1')
    await screen.page.getByRole('textbox', { name: 'Up and down by' }).fill('100')
    await screen.months.getByRole('button', { name: 'Show as table' }).click()
    expect(await shown(screen.months.getByRole('row').nth(1).getByRole('cell', { name: '800,000' }))).toBe(
      true,
    )
  })

  it('show the plan that was chosen, until the cheapest is followed again', async () => {
    await screen.focus('Creator')
    await screen.months
      .getByRole('heading')
      .filter({ hasText: 'Creator runs over in 12 of 12 months' })
      .waitFor()
    await screen.page.getByRole('region', { name: 'Terms of Creator' }).getByText('$0.30 per 1,000').waitFor()
    await screen.months.getByRole('button', { name: 'follow the cheapest instead' }).click()
    expect(await shown(screen.months.getByRole('heading').filter({ hasText: 'Pro never runs over' }))).toBe(
      true,
    )
  })

  it('copy the ranking for a spreadsheet', async () => {
    const text = await withClipboard(screen.page, async () => {
      await screen.rank.getByRole('button', { name: 'Copy' }).click()
      await screen.rank.getByRole('button', { name: 'Copied' }).waitFor()
      return screen.page.evaluate(() => navigator.clipboard.readText())
    })
    expect(text.split('\n').slice(0, 2)).toEqual([
      'Plan\tTotal ($)\tA month ($)\tPer 1K ($)\tOverage ($)\tBlocked (credits)\tExpired (credits)\tForfeited (credits)\tBasis',
      'Pro\t1188.00\t99.00\t0.2475\t0.00\t0\t200000\t0\tpublished',
    ])
  })
})
