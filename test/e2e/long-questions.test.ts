import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { shown } from './screen.ts'
import { leaveScenario, THIRTY_PEOPLE } from './support/account-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

/** Five years of three hundred streams: to bill an upgrade on each of 120 days takes longer than anybody waits. */
const LONG = {
  ...THIRTY_PEOPLE,
  plan: 'starter',
  months: 60,
  members: [],
  usage: {
    kind: 'streams',
    streams: Array.from({ length: 300 }, (_, place) => ({
      id: `stream-${String(place + 1)}`,
      product: 'text-to-speech',
      model: 'Multilingual v2',
      monthly: '200',
    })),
  },
}

describeInChromium('a question that takes long', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(() => () => app.leave(page))

  it('says how far it is, is called off and asked again, and keeps no edit waiting', async () => {
    page = await app.openOn(leaveScenario(LONG), { reducedMotion: true })
    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByRole('tab', { name: 'Variants' }).click()
    await page.getByRole('button', { name: 'Best upgrade date' }).press('Enter')
    const progress = page.getByRole('progressbar', { name: 'How much of it is worked out' })
    await page.getByText(/^Trying upgrade dates: \d+/).waitFor()
    expect(await shown(progress)).toBe(true)
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await page.getByText('The calculation was cancelled.').waitFor()
    expect(await progress.count()).toBe(0)
    await page.getByRole('button', { name: 'Work it out again' }).click()
    await page.getByText(/^Trying upgrade dates: \d+/).waitFor()

    // An edit is billed while that is under way, and the question is then one about the newer state.
    await page.getByRole('button', { name: 'Plan and terms' }).click()
    await page.getByRole('switch', { name: 'Overage' }).press('Space')
    expect(await shown(page.getByRole('heading', { name: /^Starter, billed monthly: \$360\.00/ }))).toBe(true)
    await page.getByText(/^(Looking for what to buy and when|Trying upgrade dates): \d+/).waitFor()
  })
})
