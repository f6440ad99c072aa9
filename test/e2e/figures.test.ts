import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { openName, WORKED_EXAMPLE } from './library-screen.ts'
import { KeptWindow } from './kept-window.ts'
import { type Screen, shown } from './screen.ts'

describeInChromium('the worked figures on the Compare screen', () => {
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

  const ladder = () => screen.curves.getByRole('table', { name: 'Where an upgrade starts to pay' })

  it('open on a worked example that says what it finds', async () => {
    expect(await openName(screen.page).innerText()).toBe(WORKED_EXAMPLE)
    expect(await screen.headline.innerText()).toBe(
      'Pro is cheapest at 400,000 credits a month: $99.00 a month',
    )
    expect(await screen.detail.innerText()).toBe(
      '$13.00 a month less than Creator with overage. Above 1,462,500 credits a month Scale takes over.',
    )
  })

  it('rank Pro at $99.00 before Creator at $112.00', async () => {
    expect((await screen.cells('Pro')).slice(0, 6)).toEqual([
      '1',
      expect.stringMatching(/^Pro\s+cheapest$/),
      '1,188.00',
      '99.00',
      '0.2475',
      '0.00',
    ])
    expect((await screen.cells('Creator')).slice(2, 6)).toEqual(['1,344.00', '112.00', '0.2800', '1,080.00'])
  })

  it('bill Creator $94.00 at 400,000 credits on the Dodo catalogue, and cross to Pro at 420,833.33', async () => {
    await screen.pickCatalog('ElevenLabs as Dodo Payments builds it')
    await screen.row('Creator').filter({ hasText: '94.00' }).waitFor()
    expect(await screen.headline.innerText()).toBe(
      'Creator with overage is cheapest at 400,000 credits a month: $94.00 a month',
    )
    await screen.curves.getByText('Creator → Pro 420,833', { exact: true }).waitFor()
    await screen.curves.getByRole('button', { name: 'Show as table' }).click()
    await ladder().getByRole('cell', { name: '420,833.33', exact: true }).waitFor()
  })

  it('label the crossing of Creator and Pro in the chart, and give it exactly in the table', async () => {
    await screen.curves.getByText('Creator → Pro 356,667', { exact: true }).waitFor()
    await screen.curves.getByRole('button', { name: 'Show as table' }).click()
    expect(await shown(ladder().getByRole('cell', { name: '356,666.67', exact: true }))).toBe(true)
  })

  it('cross from Pro to Scale at 1,462,500 and from Scale to Business at 7,500,000', async () => {
    await screen.choose('Range of usage shown', '10M')
    await screen.curves.getByText('Pro → Scale 1,462,500', { exact: true }).waitFor()
    await screen.curves.getByText('Scale → Business 7,500,000', { exact: true }).waitFor()
    await screen.curves.getByRole('button', { name: 'Show as table' }).click()
    const upgrade = (name: string) => ladder().getByRole('row', { name })
    await upgrade('Pro → Scale').getByRole('cell', { name: '1,462,500', exact: true }).waitFor()
    expect(
      await shown(upgrade('Scale → Business').getByRole('cell', { name: '7,500,000', exact: true })),
    ).toBe(true)
  })

  it('alert on Pro below 50,000 credits', async () => {
    const facts = screen.page.getByRole('region', { name: 'Terms of Pro' })
    await facts.getByText('Alert below 50,000 credits').waitFor()
    expect(await shown(facts.getByText('$99.00 a month, $990.00 a year, 2 months of it free'))).toBe(true)
  })

  it('take half off Creator’s first month with its offer', async () => {
    await screen.setUsage(100_000)
    await screen.choose('Months compared', '1')
    await screen.row('Creator').filter({ hasText: '22.00' }).waitFor()
    await screen.toggle('First-month offers')
    await screen.row('Creator').filter({ hasText: '11.00' }).waitFor()
    expect((await screen.cells('Creator')).slice(2, 4)).toEqual(['11.00', '11.00'])
  })

  it('stay within the content policy and without an error', () => {
    expect(app.complaints()).toEqual([])
  })
})
