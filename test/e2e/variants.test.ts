import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { saved } from './library-screen.ts'
import { shown } from './screen.ts'
import { leaveCreator, leaveScenario } from './support/account-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

/** On Scale, which has 3 Full and 20 Basic seats, sells up to 11 Full ones and bills no workspaces together. */
const ACME = {
  schemaVersion: 1,
  name: 'Acme',
  catalog: 'elevenlabs-2026-10',
  plan: 'scale',
  start: '2026-12-01',
  months: 12,
  usage: { kind: 'pattern', monthly: '1400000', pattern: { kind: 'flat' } },
  members: Array.from({ length: 60 }, (_, place) => ({
    id: `Person ${String(place + 1)}`,
    seat: place < 12 ? 'full' : 'basic',
  })),
  workspaces: [
    { id: 'us', name: 'US', kind: 'billing', environment: 'us' },
    { id: 'eu', name: 'EU', kind: 'reporting', environment: 'eu' },
    { id: 'in', name: 'India', kind: 'reporting', environment: 'in' },
  ],
}

describeInChromium('variants of an account', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(() => () => app.leave(page))

  async function open(): Promise<void> {
    page = await app.openOn(leaveCreator([]), { reducedMotion: true })
    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByRole('tab', { name: 'Variants' }).click()
    await row('Creator').waitFor()
  }
  const ranking = () => page.getByRole('grid', { name: 'Variants by rank' })
  const row = (name: string) =>
    ranking()
      .getByRole('row')
      .filter({ has: page.getByRole('radio', { name: `Compare the others with ${name}` }) })
  /** The first figures of a row: total, a month, and both differences. */
  const figures = async (name: string) => {
    const texts = await row(name).getByRole('gridcell').allInnerTexts()
    return texts.slice(2, 6)
  }
  const heading = (name: string) => page.getByRole('heading', { name, exact: true })

  it('are made in two clicks, turned round, kept, and taken away by undo', async () => {
    await open()
    await page.getByRole('button', { name: 'Compare with…' }).click()
    await page.getByRole('option', { name: 'Pro', exact: true }).click()

    // Pro is $99.00 a month. Creator is $22.00 and $90.00 of overage for 300,000 credits: $112.00.
    expect(await shown(heading('Pro costs $13.00 a month less than Creator'))).toBe(true)
    expect(await figures('Creator')).toEqual(['1,344.00', '112.00', '–', '–'])
    expect(await figures('Pro')).toEqual(['1,188.00', '99.00', '−13.00', '−156.00'])
    // Twelve times $77.00 more subscription, and $90.00 less overage.
    const bars = page.getByRole('region', { name: 'Differences by kind' })
    expect(await bars.innerText()).toContain('Subscription +$924.00, Overage −$1,080.00')
    expect(await bars.innerText()).toContain(
      'Over 12 months: $1,080.00 less overage against $924.00 more subscription.',
    )

    await page.getByRole('radio', { name: 'Compare the others with Pro' }).check()
    expect(await shown(heading('Creator costs $13.00 a month more than Pro'))).toBe(true)
    expect(await figures('Creator')).toEqual(['1,344.00', '112.00', '+13.00', '+156.00'])
    await saved(page)

    await page.reload()
    expect(await shown(heading('Creator costs $13.00 a month more than Pro'))).toBe(true)
    await page.keyboard.press('Control+z')
    expect(await shown(heading('Pro costs $13.00 a month less than Creator'))).toBe(true)
    await page.keyboard.press('Control+z')
    await expect.poll(() => ranking().getByRole('row').count()).toBe(2)
  })

  it('are beside what every plan blocks, and the best day to move up, which is added as one edit', async () => {
    await open()
    // Without overage, 300,000 of 400,000 credits are stopped in each of 12 months.
    await heading('Without overage Creator blocks 3,600,000 credits; with it they cost $1,080.00').waitFor()
    await page.getByRole('button', { name: 'Best upgrade date' }).press('Enter')
    // 12,903 credits a day use Creator's 100,000 up on the 8th. A day's overage then costs $3.87, and a day less of Pro saves $3.19.
    expect(await shown(heading('Move to Pro on 9 Jan 2026'))).toBe(true)
    await page.getByRole('button', { name: 'Add this upgrade' }).click()
    await saved(page)
    expect(await shown(page.getByRole('button', { name: /^Undo.*Upgrade to Pro on 9 Jan 2026/ }))).toBe(true)
  })
  it('are not needed to find the plan that holds 60 people in three workspaces, and to put the account on it', async () => {
    page = await app.openOn(leaveScenario(ACME), { reducedMotion: true })
    await page.getByText('With its 60 people and 3 workspaces, only Enterprise holds this account.').waitFor()
    const ranks = page.getByRole('region', { name: 'Plans by rank' })
    // Of Creator's 1 Full and 20 Basic seats: 12 − 1 and 48 − 20.
    await ranks
      .getByRole('row', { name: /Creator/ })
      .getByText('39 of 60 have no seat')
      .waitFor()
    await page.getByRole('button', { name: 'Account → every plan' }).click()

    await heading('The account cannot be billed as it is').waitFor()
    const wrong = page.getByRole('list', { name: 'What is wrong' })
    await wrong.getByRole('button', { name: /^The plan has 3 Full seats\./ }).click()
    // 12 − 3 and 48 − 20.
    await page.getByText(/^37 of 60 people have no seat\./).waitFor()
    await page
      .getByRole('banner')
      .or(page.getByRole('main'))
      .getByRole('button', { name: 'Enterprise with 1 more Full seat holds it' })
      .first()
      .click()
    // $1,980.00 and $100.00 for a seat, twelve times.
    await heading('Enterprise, billed monthly: $24,960.00 in 12 months').waitFor()
    await page
      .getByRole('button', { name: /^Undo.*Move the account to Enterprise with 1 more Full seat/ })
      .waitFor()

    await heading('Only Enterprise holds this account').waitFor()
    const every = page.getByRole('region', { name: 'This account on every plan' })
    const pro = every.getByRole('row', { name: /^Pro/ })
    expect(await pro.innerText()).toMatch(
      /11 of 12 Full seats\s+31 seats for 60 people\s+no consolidated billing/,
    )
    await page.getByRole('button', { name: 'Best upgrade date' }).click()
    await page.getByText('Enterprise is best from the first day to the last').waitFor()
    await page.getByText(/There is no plan above it to move to\. No other plan holds the account\./).waitFor()
  })
})
