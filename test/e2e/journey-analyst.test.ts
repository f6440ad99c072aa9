import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { saved } from './library-screen.ts'
import { shown } from './screen.ts'
import { leaveScenario } from './support/account-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

/** A year of April's Business at 5,000,000 of its 11,000,000 credits a month. */
const BUSINESS = {
  schemaVersion: 1,
  name: 'Business at 5 million',
  catalog: 'elevenlabs-2026-04',
  plan: 'business',
  start: '2026-01-01',
  months: 12,
  overage: { optIn: true },
  usage: { kind: 'pattern', monthly: '5000000', pattern: { kind: 'flat' } },
}

const OCTOBER = 'Business, ElevenLabs, October 2026'
const QUOTE = 'Quote for Enterprise'

/*
 * April bills $1,320.00 a month. Its credits live two periods more, and the oldest go first: of the first month's
 * 11,000,000 all are used by the third month. Of the second's, 2,000,000 are left when they expire with the fourth, and of
 * each later month's 6,000,000, of which eight expire within the year: 50,000,000 in all.
 * October bills $990.00: 12 × $330.00 less. Of its 6,000,000 credits 1,000,000 are left each month, and up to 12,000,000
 * are carried: none expires, and none is forfeited.
 * The quote is $1,200.00 for 6,000,000 credits: 12 × $120.00 less. What is left of a month, at most 6,000,000, is used
 * within the two that follow: none expires.
 */
const TITLE = `None costs more than Business; ${OCTOBER} costs least, $3,960.00 less`
const OF_OCTOBER = '$3,960.00 less: subscription −$3,960.00; 50,000,000 fewer credits expire.'
const OF_QUOTE = '$1,440.00 less: subscription −$1,440.00; 50,000,000 fewer credits expire.'

/** Of a row, before what asks why. */
const FIGURES = 8

/** From the Compare screen, on which the program starts, to the answer. */
const MOST_CLICKS = 7
/** Keys that are pressed and characters that are typed. */
const MOST_KEYS = 60

const told = (what: string, began: number): boolean =>
  process.stdout.write(`${what}, ${((performance.now() - began) / 1000).toFixed(1)} s\n`)

describeInChromium('the analyst’s journey: the same account on April, on October and on a quote', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    page = await app.openOn(leaveScenario(BUSINESS), { reducedMotion: true })
    return () => app.leave(page)
  })

  const row = (name: string) =>
    page
      .getByRole('grid', { name: 'Variants by rank' })
      .getByRole('row')
      .filter({ has: page.getByRole('radio', { name: `Compare the others with ${name}`, exact: true }) })
  /** Rank, total, a month, both differences, and what is blocked, expired and forfeited. */
  const figures = async (name: string) => {
    const texts = await row(name).getByRole('gridcell').allInnerTexts()
    return texts.toSpliced(1, 1).slice(0, FIGURES)
  }

  async function expectAnswer(): Promise<void> {
    expect(await shown(page.getByRole('heading', { name: TITLE, exact: true }))).toBe(true)
    const lines = page.getByRole('region', { name: 'Differences by kind' }).getByRole('listitem')
    const line = async (name: string) =>
      lines.filter({ has: page.getByText(name, { exact: true }) }).innerText()
    await expect.poll(() => line(OCTOBER)).toContain(OF_OCTOBER)
    await expect.poll(() => line(QUOTE)).toContain(OF_QUOTE)
    // Each bar is told by its parts beside the sentence.
    expect(await line(OCTOBER)).toContain('Subscription −$3,960.00')
    expect(await line(QUOTE)).toContain('Expired −50,000,000')
    expect(await figures('Business')).toEqual([
      '3',
      '15,840.00',
      '1,320.00',
      '–',
      '–',
      '0',
      '50,000,000',
      '0',
    ])
    expect(await figures(OCTOBER)).toEqual([
      '1',
      '11,880.00',
      '990.00',
      '−330.00',
      '−3,960.00',
      '0',
      '0',
      '0',
    ])
    expect(await figures(QUOTE)).toEqual([
      '2',
      '14,400.00',
      '1,200.00',
      '−120.00',
      '−1,440.00',
      '0',
      '0',
      '0',
    ])
    await saved(page)
  }

  const price = () => page.getByRole('textbox', { name: 'Price a month quoted' })
  const credits = () => page.getByRole('textbox', { name: 'Credits a month quoted' })
  const focused = async (field: Locator) => {
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
  }

  it('is answered by mouse within seven clicks', async () => {
    const began = performance.now()
    let clicks = 0
    const click = async (what: Locator) => {
      clicks += 1
      await what.click()
    }
    await click(page.getByRole('link', { name: 'Account' }))
    await click(page.getByRole('tab', { name: 'Variants' }))
    await row('Business').waitFor()
    await click(page.getByRole('button', { name: 'Compare with…' }))
    await click(page.getByRole('option', { name: OCTOBER }))
    await row(OCTOBER).waitFor()
    await click(page.getByRole('button', { name: 'Compare with…' }))
    await click(page.getByRole('option', { name: QUOTE }))

    // What April's catalogue assumes, twice Business, stands where the quote is to be put in.
    await focused(price())
    expect(await price().getAttribute('placeholder')).toBe('as assumed: 2,640.00')
    expect(await credits().getAttribute('placeholder')).toBe('as assumed: 22,000,000')
    await page.keyboard.type('1200')
    await click(credits())
    await page.keyboard.type('6M')
    await page.keyboard.press('Enter')

    await expectAnswer()
    expect(clicks).toBeLessThanOrEqual(MOST_CLICKS)
    told(`${clicks} clicks`, began)
  })

  it('is answered by keyboard within sixty keys', async () => {
    const began = performance.now()
    let keys = 0
    const press = async (key: string) => {
      keys += 1
      await page.keyboard.press(key)
    }
    const type = async (text: string) => {
      keys += text.length
      await page.keyboard.type(text)
    }
    const chooseVariant = async (words: string, name: string) => {
      await focused(page.getByRole('combobox', { name: 'What to compare with' }))
      await type(words)
      await expect.poll(() => page.getByRole('option').allInnerTexts()).toHaveLength(1)
      await page.locator('[role=option][data-combobox-selected]').filter({ hasText: name }).waitFor()
      await press('Enter')
    }
    await page.getByRole('heading', { level: 1 }).waitFor()
    const command = async () => {
      await press('ControlOrMeta+k')
      await focused(page.getByRole('combobox', { name: 'Command, place or scenario' }))
      await type('with a variant')
      await page.getByRole('option', { name: /Compare with a variant/, selected: true }).waitFor()
      await press('Enter')
    }
    await command()
    await chooseVariant('october', OCTOBER)
    await row(OCTOBER).waitFor()
    await command()
    await chooseVariant('quote', QUOTE)

    await focused(price())
    await type('1200')
    await press('Tab')
    await press('Tab')
    await focused(credits())
    await type('6M')
    await press('Enter')

    await expectAnswer()
    expect(keys).toBeLessThanOrEqual(MOST_KEYS)
    told(`${keys} keys`, began)
  })
})
