import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { screenOf } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { type Person, personAt } from './support/person.ts'

/*
 * The worked example is 400,000 credits a month by April's prices. At 350,000 Creator is $22.00 for 100,000 and $0.30 for each
 * 1,000 of 250,000: $97.00, $2.00 less than Pro. A year of it is 12 × $22.00 = $264.00 and 12 × $75.00 = $900.00.
 */
const FIRST = 'Pro is cheapest at 400,000 credits a month: $99.00 a month'
const CHANGED = 'Creator with overage is cheapest at 350,000 credits a month: $97.00 a month'
const BILLED = 'Creator, billed monthly: $1,164.00 in 12 months'

/** Who says that Creator is $22.00 a month, and when they did. */
const SOURCE = 'How ElevenLabs Handles Billing, by Ayush Agarwal (Dodo Payments)'
const SAID = 'published, 8 Apr 2026'

const MOST_CLICKS = 5
const MOST_KEYS = 60

describeInChromium('a newcomer’s journey: from an example to the source of one figure', () => {
  let app: RunningApp
  let page: Page
  let person: Person

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    page = await app.open({ reducedMotion: true })
    person = personAt(page)
    return () => app.leave(page)
  })

  const headline = (text: string) =>
    page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor()
  const usage = () => page.getByRole('textbox', { name: 'Credits a month' })
  const whyTotal = () => page.getByRole('button', { name: 'Why: the total' })
  const panel = () => page.getByRole('complementary', { name: 'Why' })
  const leading = (name: string | RegExp) => panel().getByRole('button', { name }).first()

  async function expectExample(): Promise<void> {
    await headline(FIRST)
    const { curves } = await screenOf(page)
    expect(await curves.getByRole('img').first().isVisible()).toBe(true)
  }
  async function expectParts(): Promise<void> {
    await panel().getByText('$264.00').waitFor()
    await panel().getByText('$900.00').waitFor()
  }
  async function expectSource(): Promise<void> {
    await panel().getByText('$22.00').first().waitFor()
    await panel().getByText(SOURCE).waitFor()
    await panel().getByText(SAID).waitFor()
  }

  it('is gone by mouse', async () => {
    const { click, press, type } = person
    await expectExample()
    await click(usage())
    await press('ControlOrMeta+a')
    await type('350000')
    await headline(CHANGED)
    await click(page.getByRole('link', { name: 'Account' }))
    await headline(BILLED)
    await click(whyTotal())
    await expectParts()
    await click(leading('Why: Subscription'))
    await click(leading(/^Why: Creator subscription/))
    await expectSource()
    person.tell('By mouse')
    expect(person.clicks()).toBeLessThanOrEqual(MOST_CLICKS)
    expect(app.complaints()).toEqual([])
  })

  it('is gone by keyboard', async () => {
    const { press, tabTo, type } = person
    await expectExample()
    await press('/')
    await type('350000')
    await headline(CHANGED)
    await press('ControlOrMeta+2')
    await headline(BILLED)
    await tabTo(whyTotal())
    await press('Enter')
    await expectParts()
    await tabTo(leading('Why: Subscription'))
    await press('Enter')
    await tabTo(leading(/^Why: Creator subscription/))
    await press('Enter')
    await expectSource()
    person.tell('By keyboard')
    expect(person.keys()).toBeLessThanOrEqual(MOST_KEYS)
    expect(app.complaints()).toEqual([])
  })
})
