import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { type Screen, screenOf, shown } from './screen.ts'

describeInChromium('the inputs of the Compare screen', () => {
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await screenOf(await app.open())
    return () => screen.page.context().close()
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

  it('keep the axis while the usage stays inside it, and fit it when it leaves', async () => {
    const last = () => screen.curves.locator('.recharts-xAxis-tick-labels text').last()
    expect(await last().textContent()).toBe('1M')
    await screen.setUsage(700_000)
    expect(await last().textContent()).toBe('1M')
    await screen.setUsage(3_000_000)
    await last().filter({ hasText: '10M' }).waitFor()
    await screen.choose('Range of usage shown', '20M')
    await last().filter({ hasText: '20M' }).waitFor()
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
    await screen.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await screen.rank.getByRole('button', { name: 'Copy' }).click()
    await screen.rank.getByRole('button', { name: 'Copied' }).waitFor()
    const text = await screen.page.evaluate(() => navigator.clipboard.readText())
    expect(text.split('\n').slice(0, 2)).toEqual([
      'Plan\tTotal ($)\tA month ($)\tPer 1K ($)\tOverage ($)\tBlocked (credits)\tExpired (credits)\tForfeited (credits)\tBasis',
      'Pro\t1188.00\t99.00\t0.2475\t0.00\t0\t200000\t0\tmeasured',
    ])
  })
})
