import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { saved } from './library-screen.ts'
import { shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { focused, type Person, personAt } from './support/person.ts'

/*
 * “Acme: three workspaces (US, EU, India), 12 Full and 48 Basic people, 1.4 M credits a month growing 8 %. What should they
 * buy, and when?” From a start with nothing in the store to the page that is left with the customer.
 *
 * By the prices of October 2026 only Enterprise has consolidated billing, and seats for 60: Business has 10 Full seats and
 * sells up to 11, and 20 Basic ones. Enterprise is assumed at $1,980.00 a month with 11 Full seats: a twelfth is $100.00 more,
 * 12 × $2,080.00 in all. It has 12,000,000 credits a month; in the twelfth month 1,400,000 × 1.08¹¹ = 3,264,295 are used: none is
 * blocked, and nothing is paid beyond it. No plan can hold the account until then, so that the first day is the one to move.
 */
const FIRST_DAY = '2026-12-01'
const HEADLINE = 'Enterprise from 1 Dec 2026'
const DETAIL =
  'That costs $24,960.00 over 12 months, $2,080.00 a month on average. No work stops. No other plan can hold this account on any day, so there is nothing to wait for.'

/** A plan, a month, all months, beyond the plan, and what stops. */
const ROWS = [
  ['Enterprise advised, by quote, with 1 more Full seat', '2,080.00', '24,960.00', '0.00', 'None'],
  ['Free', '–', '–', '–', 'Cannot hold it: at most 1 Full seat and no shared bill for workspaces'],
  ['Starter', '–', '–', '–', 'Cannot hold it: at most 1 Full seat and no shared bill for workspaces'],
  ['Creator today', '–', '–', '–', 'Cannot hold it: at most 1 Full seat and no shared bill for workspaces'],
  ['Pro', '–', '–', '–', 'Cannot hold it: at most 11 Full seats and no shared bill for workspaces'],
  ['Scale', '–', '–', '–', 'Cannot hold it: at most 11 Full seats and no shared bill for workspaces'],
  ['Business', '–', '–', '–', 'Cannot hold it: at most 11 Full seats and no shared bill for workspaces'],
]

const MOST_CLICKS = 13
const MOST_TYPED = 25
const MOST_KEYS = 65

describeInChromium('a call with a customer: from a cold start to the page they keep', () => {
  let app: RunningApp
  let page: Page
  let person: Person

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    page = await app.open({ reducedMotion: true })
    // Of that day are the first period and the newest prices.
    await page.clock.setFixedTime(FIRST_DAY)
    person = personAt(page)
    return () => app.leave(page)
  })

  const named = (name: string) => page.getByRole('button', { name: `${name}, rename (F2)` })
  const naming = () => page.getByRole('textbox', { name: 'Name of the scenario' })
  const customer = () => page.getByRole('textbox', { name: 'Whose page is it?' })
  const inPeople = () => page.getByRole('region', { name: 'People' })
  const inWorkspaces = () => page.getByRole('region', { name: 'Workspaces' })
  const addWorkspace = () => inWorkspaces().getByRole('button', { name: 'Add a workspace', exact: true })

  /** The page as the customer keeps it, on one sheet. */
  async function expectPage(): Promise<void> {
    const told = page.getByRole('article')
    expect(await shown(told.getByRole('heading', { level: 2, name: HEADLINE, exact: true }))).toBe(true)
    expect(await shown(told.getByText(DETAIL, { exact: true }))).toBe(true)
    expect(await shown(told.getByRole('heading', { level: 1, name: 'Acme', exact: true }))).toBe(true)
    const rows = told.getByRole('table', { name: /^Every plan/ }).getByRole('row')
    const texts = await rows.evaluateAll((all) =>
      all
        .slice(1)
        .map((row) => [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim())),
    )
    expect(texts).toEqual(ROWS)
    expect(
      await shown(
        told.getByText(
          'Worked out for 1,400,000 credits a month growing 8 % a month, 12 Full and 48 Basic people.',
        ),
      ),
    ).toBe(true)
    expect(await page.title()).toBe(`Acme ${FIRST_DAY}`)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    const pdf = await page.pdf({ printBackground: true, preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  }

  /** What the browser does with Print or Save as PDF is its own; that it was asked to is told. */
  const watchPrinting = () =>
    page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'true')
    })
  const printed = () => page.locator('body[data-printed]').waitFor()

  it('is answered by mouse', async () => {
    const { click, type, press } = person
    await watchPrinting()
    await click(page.getByRole('link', { name: 'Account' }))
    await page.getByRole('tab', { name: 'Timeline' }).waitFor()
    await click(page.getByRole('button', { name: /^New scenario/ }))
    await focused(naming())
    await type('Acme')
    await press('Enter')
    await named('Acme').waitFor()

    const credits = page.getByRole('textbox', { name: 'Credits a month' })
    await click(credits)
    await press('ControlOrMeta+a')
    await type('1.4M')
    await click(page.getByRole('radiogroup', { name: 'Usage pattern' }).getByText('Growth', { exact: true }))
    await click(page.getByRole('textbox', { name: 'Growth a month' }))
    await press('ControlOrMeta+a')
    await type('8')

    await click(inPeople().getByRole('button', { name: 'Add people' }))
    const many = page.getByRole('dialog', { name: 'Add people' })
    await focused(many.getByRole('textbox', { name: 'Full' }))
    await type('12')
    await click(many.getByRole('textbox', { name: 'Basic' }))
    await type('48')
    await click(many.getByRole('button', { name: 'Add 12 Full and 48 Basic people' }))

    await click(inWorkspaces().getByRole('button', { name: /^Workspaces/ }))
    await click(inWorkspaces().getByRole('button', { name: 'Bill several workspaces together' }))
    await click(addWorkspace())
    await inWorkspaces().getByRole('textbox', { name: 'Name of India' }).waitFor()

    await click(page.getByRole('button', { name: /^Present to the customer/ }))
    await focused(customer())
    await type('Acme')
    await press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Acme', exact: true }).waitFor()
    await click(page.getByRole('button', { name: /^Save as PDF/ }))
    await printed()
    person.tell('By mouse')
    await expectPage()
    expect(person.clicks()).toBeLessThanOrEqual(MOST_CLICKS)
    expect(person.keys()).toBeLessThanOrEqual(MOST_TYPED)
  })

  it('is answered by keyboard', async () => {
    const { command, press, type } = person
    await watchPrinting()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await press('ControlOrMeta+2')
    await page.getByRole('tab', { name: 'Timeline' }).waitFor()
    await press('ControlOrMeta+n')
    await focused(naming())
    await type('Acme')
    await press('Enter')
    await named('Acme').waitFor()

    await press('/')
    await focused(page.getByRole('textbox', { name: 'Credits a month' }))
    await type('1.4M')
    await press('Tab', 'Tab', 'ArrowRight', 'Tab')
    await focused(page.getByRole('textbox', { name: 'Growth a month' }))
    await type('8')

    await command('add people', /^Add people/)
    const many = page.getByRole('dialog', { name: 'Add people' })
    await focused(many.getByRole('textbox', { name: 'Full' }))
    await type('12')
    await press('Tab')
    await type('48')
    await many.getByRole('button', { name: 'Add 12 Full and 48 Basic people' }).waitFor()
    await press('Enter')
    await inPeople().getByText('12 Full, 48 Basic').waitFor()

    await command('add a work', /^Add a workspace/)
    await focused(addWorkspace())
    await press('Enter')
    await inWorkspaces().getByRole('textbox', { name: 'Name of India' }).waitFor()

    await press('ControlOrMeta+4')
    await focused(customer())
    await type('Acme')
    await press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Acme', exact: true }).waitFor()
    await press('ControlOrMeta+p')
    await printed()
    person.tell('By keyboard')
    await expectPage()
    expect(person.keys()).toBeLessThanOrEqual(MOST_KEYS)
    await press('Escape')
    await saved(page)
    expect(app.complaints()).toEqual([])
  })
})
