import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { saved } from './library-screen.ts'
import { shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { withClipboard } from './support/clipboard.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { focused, type Person, personAt } from './support/person.ts'

const FIRST_DAY = '2026-12-01'
const TEAMS = ['US', 'EU', 'India']

/** Sixty people as a spreadsheet copies them, nine of them with Full seats, their teams by turns. */
const SIXTY = [
  'Seat\tMail\tTeam\tName',
  ...Array.from({ length: 60 }, (_, place) => {
    const number = String(place + 1).padStart(2, '0')
    return `${place < 9 ? 'Full' : 'Basic'}\tp${number}@acme.com\t${TEAMS[place % 3] ?? ''}\tPerson ${number}`
  }),
].join('\n')

/*
 * By the prices of October 2026 Enterprise alone holds them: $1,980.00 a month, 12 × that is $23,760.00, with 11 Full seats and
 * 30,303 credits a month for a Basic one. 3,600,000 credits a month are 60,000 for each of 60: of these 29,697 are blocked for
 * each of 51 Basic members in each of 12 months, 18,174,564 in all. 30,303 of 60,000 are used after 15.66 of the 31 days of
 * December, on the 16th.
 *
 * Five of them on Full seats are 14 Full: three more than Enterprise has, at $100.00 a month each, 12 × $300.00 more. Blocked are
 * 5 × 12 × 29,697 = 1,781,820 credits less.
 */
const BEFORE = 'Enterprise, billed monthly: $23,760.00 in 12 months'
const STOPPED =
  '51 Basic members hit the ceiling of 30,303 credits, the first on 16 Dec 2026; 18,174,564 credits blocked'
const AFTER = 'Enterprise, billed monthly: $27,360.00 in 12 months'
const BLOCKED_AFTER = /^Work of 16,392,744 credits is blocked/

/*
 * Apart, 20 people each use 1,200,000 credits a month. Scale is $299.00 with 3 Full seats, and sells more at $100.00: US and EU
 * have 5 Full members each and India 4, so that they pay 499.00, 499.00 and 399.00 a month, 12 × $1,397.00 in all. Its 1,800,000
 * credits are enough, and its ceiling of 50,000 blocks 12 × 10,000 for each of the 46 Basic members.
 */
const TOGETHER = ['Together', '', '', '27,360.00', '16,764.00', '−10,596.00', '16,392,744', '5,520,000']

const MOST_CLICKS = 17
const MOST_TYPED = 15
const MOST_KEYS = 170

describeInChromium(
  'a planner’s journey: sixty people, five of them on Full seats, and three workspaces',
  () => {
    let app: RunningApp
    let page: Page
    let person: Person

    beforeAll(async () => {
      app = await startApp()
    })
    afterAll(() => app.close())
    beforeEach(async () => {
      page = await app.open({ reducedMotion: true })
      await page.clock.setFixedTime(FIRST_DAY)
      person = personAt(page)
      return () => app.leave(page)
    })

    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
    const people = () => page.getByRole('region', { name: 'People' })
    const naming = () => page.getByRole('textbox', { name: 'Name of the scenario' })
    const credits = () => page.getByRole('textbox', { name: 'Credits a month' })
    const paste = () => page.getByRole('dialog', { name: 'Paste people' })
    const column = () => paste().getByLabel('Meaning of Team')
    const holdsIt = () => people().getByRole('button', { name: 'Enterprise holds it' })
    const headline = (text: string) =>
      page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor()

    /** What a spreadsheet copied goes into the list, while no other test copies anything. */
    const pasteList = () =>
      withClipboard(page, async () => {
        await page.evaluate((text) => navigator.clipboard.writeText(text), SIXTY)
        await person.press('ControlOrMeta+v')
        await paste().getByText('60 people will be added.').waitFor()
      })

    const expectStopped = async () => {
      expect(await shown(page.getByRole('heading', { level: 2, name: STOPPED, exact: true }))).toBe(true)
    }
    const expectMoved = async () => {
      await headline(AFTER)
      expect(await shown(page.getByRole('main').getByText(BLOCKED_AFTER))).toBe(true)
    }
    async function expectApart(): Promise<void> {
      const together = page
        .getByRole('grid', { name: 'Each workspace linked, and by itself' })
        .locator('tfoot tr')
      await together.getByText(TOGETHER[4] ?? '').waitFor()
      expect(await together.locator('th, td').allInnerTexts()).toEqual(TOGETHER)
    }

    it('is gone by mouse', async () => {
      const { click, press, type } = person
      await click(page.getByRole('link', { name: 'Account' }))
      await page.getByRole('tab', { name: 'Timeline' }).waitFor()
      await click(button(/^New scenario/))
      await focused(naming())
      await type('Team')
      await press('Enter')
      await click(credits())
      await press('ControlOrMeta+a')
      await type('3.6M')
      await click(button('Paste people'))
      await focused(paste().getByRole('textbox', { name: 'The list' }))
      await pasteList()
      await click(column())
      await column().selectOption('Workspace')
      await paste().getByText('US, EU, and India become workspaces').waitFor()
      await click(button('Add 60'))
      await click(holdsIt())
      await headline(BEFORE)
      await click(people().getByRole('button', { name: 'Share out usage' }))
      await click(button('Share out'))

      await click(page.getByRole('tab', { name: 'Seats' }))
      await expectStopped()
      await click(button('Choose the five who lose most'))
      await click(button('What would Full seats cost?'))
      await click(button('Give them Full seats'))
      await expectMoved()

      await click(page.getByRole('tab', { name: 'Workspaces' }))
      await click(button('Work out linked or apart'))
      await expectApart()
      person.tell('By mouse')
      expect(person.clicks()).toBeLessThanOrEqual(MOST_CLICKS)
      expect(person.keys()).toBeLessThanOrEqual(MOST_TYPED)
    })

    it('is gone by keyboard', async () => {
      const { command, press, tabTo, type } = person
      await page.getByRole('heading', { level: 1 }).waitFor()
      await press('ControlOrMeta+2')
      await page.getByRole('tab', { name: 'Timeline' }).waitFor()
      await press('ControlOrMeta+n')
      await focused(naming())
      await type('Team')
      await press('Enter')
      await button('Team, rename (F2)').waitFor()
      await press('/')
      await focused(credits())
      await type('3.6M')
      await command('paste p', /^Paste people/)
      await focused(paste().getByRole('textbox', { name: 'The list' }))
      await pasteList()
      await tabTo(column())
      await type('w')
      await expect.poll(() => column().inputValue()).toBe('workspace')
      await press('ControlOrMeta+Enter')
      await focused(page.getByRole('grid', { name: 'People' }))
      await tabTo(people().getByRole('button', { name: 'Share out usage' }), 'back')
      await press('Enter')
      await focused(button('Share out'))
      await press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await tabTo(holdsIt(), 'back')
      await press('Enter')
      await headline(BEFORE)

      await command('seats', /^Show the seats/)
      await expectStopped()
      await command('five', /^Full seats for the five/)
      await focused(button('What would Full seats cost?'))
      await press('Enter')
      await tabTo(button('Give them Full seats'))
      await press('Enter')
      await expectMoved()

      await command('apart', /^Work out linked or apart/)
      await expectApart()
      person.tell('By keyboard')
      expect(person.keys()).toBeLessThanOrEqual(MOST_KEYS)
      await saved(page)
      expect(app.complaints()).toEqual([])
    })
  },
)
