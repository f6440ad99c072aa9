import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { gone, shown } from './screen.ts'
import { leaveCreator } from './support/account-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { CREATOR_AT_400_000, leaveScenario } from './support/scenario-store.ts'
import { leaveTeam, SIXTY_PEOPLE } from './support/team-store.ts'

describeInChromium('why the figures of an account are what they are', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    page = await app.openOn(leaveScenario(CREATOR_AT_400_000), { reducedMotion: true })
    await page.getByRole('link', { name: 'Account' }).click()
    return () => app.leave(page)
  })

  const panel = () => page.getByRole('complementary', { name: 'Why' })
  const told = (name: string | RegExp) => shown(panel().getByRole('heading', { level: 2, name }))
  const lead = (name: string | RegExp) => panel().getByRole('button', { name }).first()
  const sum = () => panel().getByRole('row').last().innerText()

  // Creator is $22.00 a month, and of 400,000 credits 300,000 are overage at $0.30 a thousand: 12 × (22 + 90) = 1,344.
  it('by mouse, from the total to the source of a rate, and back and forward', async () => {
    await page.getByRole('button', { name: 'Why: the total' }).click()
    await told('Total from 1 Apr 2026 to 1 Apr 2027')
    expect(await sum()).toMatch(/^Total\s+\$1,344\.00$/)
    await lead('Why: Overage').click()
    await told('Overage from 1 Apr 2026 to 1 Apr 2027')
    expect(await sum()).toMatch(/^Overage in all\s+\$1,080\.00$/)
    await lead(/^Why: .*, invoice 0002 of /).click()
    await told(/, invoice 0002$/)
    await shown(panel().getByRole('heading', { level: 3, name: 'Where the rate is from' }))
    await panel().getByRole('button', { name: 'Back to the total of overage' }).click()
    await told('Overage from 1 Apr 2026 to 1 Apr 2027')
    await panel()
      .getByRole('button', { name: /^Forward to line / })
      .click()
    await told(/, invoice 0002$/)
  })

  it('covers nothing of the result, and goes once somebody is at the inputs, which it covers', async () => {
    await page.getByRole('button', { name: 'Why: the total' }).click()
    await told('Total from 1 Apr 2026 to 1 Apr 2027')
    const [reasons, result] = await Promise.all([panel().boundingBox(), page.locator('main').boundingBox()])
    expect((reasons?.x ?? Number.NaN) + (reasons?.width ?? 0)).toBeLessThanOrEqual(result?.x ?? 0)
    await page.keyboard.press('/')
    await gone(panel())
    expect(await page.evaluate(() => document.activeElement?.closest('aside')?.ariaLabel)).toBe('The account')
  })

  it('by keyboard, from a month’s cost to a line and back', async () => {
    await page.getByRole('group', { name: 'Billing periods as a chart' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Why: the cost of April 2026' }).focus()
    await page.keyboard.press('Enter')
    await told('Cost of period 1, 1 Apr 2026 to 1 May 2026')
    expect(await sum()).toMatch(/^In all\s+\$112\.00$/)
    await lead(/^Why: .*subscription/).focus()
    await page.keyboard.press('Enter')
    await told(/subscription, monthly, invoice 0001/)
    await page.keyboard.press('Alt+ArrowLeft')
    await told('Cost of period 1, 1 Apr 2026 to 1 May 2026')
    await page.keyboard.press('Alt+ArrowRight')
    await told(/subscription, monthly, invoice 0001/)
    await page.keyboard.press('Escape')
    await gone(panel())
  })

  it('an invoice tells its sums', async () => {
    await page.getByRole('tab', { name: 'Invoices' }).click()
    await page.getByRole('button', { name: '0001', exact: true }).click()
    await page.getByRole('button', { name: 'Why: the sums of Invoice 0001' }).click()
    await told(/^Invoice 0001/)
    expect(await sum()).toMatch(/^Amount due\s+\$22\.00$/)
  })

  it('leads to the view that has what is explained, and back to where it was asked', async () => {
    const isShown = (name: string) => shown(page.getByRole('tab', { name, selected: true }))
    await page.getByRole('button', { name: 'Why: the total' }).click()
    await told('Total from 1 Apr 2026 to 1 Apr 2027')
    await lead('Why: Overage').click()
    await lead(/^Why: .*, invoice 0002 of /).click()
    await told(/, invoice 0002$/)
    await panel().getByRole('button', { name: 'Show in Invoices' }).click()
    await isShown('Invoices')
    await told(/, invoice 0002$/)
    expect(await panel().getByRole('button', { name: 'Show in Invoices' }).count()).toBe(0)
    await panel().getByRole('button', { name: 'Back to Timeline' }).focus()
    await page.keyboard.press('Enter')
    await isShown('Timeline')
    await told(/, invoice 0002$/)
  })

  it('a share of the costs tells the lines it bears, by keyboard', async () => {
    await page.getByRole('tab', { name: 'Costs' }).click()
    await page.getByRole('button', { name: /^Why: the cost of / }).focus()
    await page.keyboard.press('Enter')
    await told(/^Cost of /)
    // Nobody is named, so that one share bears all.
    expect(await sum()).toMatch(/^In all\s+\$1,344\.00$/)
    await lead(/^Why: .*invoice 0001/).focus()
    await page.keyboard.press('Enter')
    await told(/, invoice 0001$/)
  })

  // A Basic member may use 10,000 credits a month of ElevenCreative and asks for 12,000.
  it('a member’s ceiling and what it stopped, by keyboard and by mouse', async () => {
    const team = await app.openOn(leaveTeam(SIXTY_PEOPLE), { reducedMotion: true })
    try {
      await team.getByRole('link', { name: 'Account' }).click()
      await team.getByRole('tab', { name: 'Seats' }).click()
      const why = team.getByRole('complementary', { name: 'Why' })
      const stopped = team.getByRole('button', { name: 'Why: Basic ceiling stopped Basic 01 in period 1' })
      await stopped.click()
      await shown(why.getByRole('row', { name: /^Not served\s+2,000$/ }))
      await team.keyboard.press('Escape')
      await gone(why)
      await team.getByRole('button', { name: 'Why: Basic 01 against the ceiling in period 1' }).focus()
      await team.keyboard.press('Enter')
      await shown(why.getByRole('heading', { name: /^Basic 01 under the Basic ceiling from 1 Apr 2026/ }))
      await shown(why.getByText(/it is 10,000 credits of ElevenCreative. It was reached on 26 Apr 2026/))
      await shown(why.getByRole('row', { name: /^Used of what counts\s+10,000$/ }))
      await stopped.focus()
      await team.keyboard.press('Enter')
      await shown(why.getByRole('row', { name: /^Not served\s+2,000$/ }))
      await why.getByRole('button', { name: 'Back to the ceiling of Basic 01 in period 1' }).click()
      await shown(why.getByRole('row', { name: /^Used of what counts\s+10,000$/ }))
      expect(await why.getByRole('row').last().innerText()).toMatch(/^Not served because of it\s+2,000$/)
    } finally {
      await app.leave(team)
    }
  })

  // A month of Creator is 100,000 credits; nothing uses them, and they live for two further months.
  it('credits that expired tell the grant they were of, by keyboard and by mouse', async () => {
    const idle = await app.openOn(
      leaveScenario({
        ...CREATOR_AT_400_000,
        usage: { kind: 'pattern', monthly: '0', pattern: { kind: 'flat' } },
      }),
      { reducedMotion: true },
    )
    try {
      await idle.getByRole('link', { name: 'Account' }).click()
      await idle.getByRole('tab', { name: 'Credits' }).click()
      const why = idle.getByRole('complementary', { name: 'Why' })
      await idle.getByRole('button', { name: 'Why: all that expired' }).focus()
      await idle.keyboard.press('Enter')
      await shown(why.getByRole('heading', { name: 'Expired from 1 Apr 2026 to 1 Apr 2027' }))
      await why.getByRole('button', { name: /^Why: From 1 Jun 2026/ }).click()
      await shown(why.getByRole('button', { name: 'Why: grant 1 of 1 Apr 2026, on 1 Jul 2026' }))
      expect(await why.getByRole('row').last().innerText()).toMatch(/^Expired in all\s+100,000$/)
      await shown(why.getByRole('heading', { level: 3, name: 'Where the rate is from' }))
      await why.getByRole('button', { name: 'Back to what expired in all' }).click()
      await shown(why.getByRole('heading', { name: 'Expired from 1 Apr 2026 to 1 Apr 2027' }))
    } finally {
      await app.leave(idle)
    }
  })

  // Pro is $99.00 a month, and its 500,000 credits are enough: 12 × 99 = 1,188, which is 156 less than Creator's 1,344.
  it('a variant tells its total and its difference, and is followed within, by mouse and by keyboard', async () => {
    const own = await app.openOn(leaveCreator([{ name: 'To Pro', plan: 'pro' }]), { reducedMotion: true })
    try {
      await own.getByRole('link', { name: 'Account' }).click()
      await own.getByRole('tab', { name: 'Variants' }).click()
      const why = own.getByRole('complementary', { name: 'Why' })
      const last = () => why.getByRole('row').last().innerText()
      await own.getByRole('button', { name: 'Why: the total of To Pro' }).click()
      await shown(why.getByRole('heading', { name: 'To Pro: Total from 1 Jan 2026 to 1 Jan 2027' }))
      expect(await last()).toMatch(/^Total\s+\$1,188\.00$/)
      await why.getByRole('button', { name: 'Why: Subscription' }).click()
      await shown(why.getByRole('heading', { name: 'To Pro: Subscription from 1 Jan 2026 to 1 Jan 2027' }))
      await why.getByRole('button', { name: /^Why: .*invoice 0001/ }).click()
      await shown(why.getByRole('heading', { level: 3, name: 'Where the rate is from' }))
      await why.getByRole('button', { name: 'Back to the total of subscription with To Pro' }).click()
      await shown(why.getByRole('heading', { name: 'To Pro: Subscription from 1 Jan 2026 to 1 Jan 2027' }))
      await own.keyboard.press('Escape')
      await own.getByRole('button', { name: 'Why: the difference of To Pro from Creator' }).focus()
      await own.keyboard.press('Enter')
      await shown(why.getByRole('heading', { name: 'To Pro less Creator' }))
      expect(await last()).toMatch(/^Total: 1,188\.00 less 1,344\.00\s+[-−]\$156\.00$/)
    } finally {
      await app.leave(own)
    }
  })

  /*
   * Creator for 400,000 credits a month: with overage off 100,000 of them are served and 300,000 stopped in each of 12
   * months, 3,600,000 in all; with it on they cost 12 × $90.00.
   */
  it('both failures tell what is stopped and what is taken, by mouse and by keyboard', async () => {
    await page.getByRole('tab', { name: 'Variants' }).click()
    await page.getByRole('button', { name: 'Why: what is blocked on Creator with overage off' }).click()
    await told('Creator, overage off: 3,600,000 credits were not served from 1 Apr 2026 to 1 Apr 2027')
    expect(await sum()).toMatch(/^Not served\s+3,600,000$/)
    await lead(/^Why: From 1 May 2026/).click()
    await told('Creator, overage off: 300,000 credits were not served from 1 May 2026 to 1 Jun 2026')
    await panel().getByRole('button', { name: 'Back to what was held back with overage off' }).click()
    await told(/3,600,000 credits were not served/)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Why: the total on Creator with overage on' }).focus()
    await page.keyboard.press('Enter')
    await told('Creator, overage on: Total from 1 Apr 2026 to 1 Apr 2027')
    expect(await sum()).toMatch(/^Total\s+\$1,344\.00$/)
  })

  it('the ledger tells what moved in all and by account, and an explanation leads to its entry', async () => {
    await page.getByRole('tab', { name: 'Ledger' }).click()
    await page.getByRole('button', { name: 'Why: all money moved' }).click()
    await told('Money moved')
    await page.getByText('By account', { exact: true }).click()
    await page.getByRole('button', { name: 'Why: Money: overage' }).focus()
    await page.keyboard.press('Enter')
    await told('Money: overage')
    // 12 months of 300,000 credits at $0.30 a thousand.
    expect(await sum()).toMatch(/^In less out\s+\$1,080\.00$/)
    // Creator's overage is invoiced whenever twice its price is outstanding.
    await lead(/^Why: .*the customer → overage/).click()
    await shown(panel().getByRole('row', { name: /^To overage\s+\$44\.00$/ }))
    await panel().getByRole('button', { name: 'Show in Ledger' }).click()
    await shown(page.getByRole('grid', { name: 'Entries of the ledger' }))
    await panel().getByRole('button', { name: 'Back to Ledger' }).click()
    await panel().getByRole('button', { name: 'Back to Money: overage' }).click()
    await told('Money: overage')
  })

  it('a line leads to its invoice among the others, from the invoices as well', async () => {
    await page.getByRole('tab', { name: 'Invoices' }).click()
    await page.getByRole('button', { name: '0003', exact: true }).click()
    await shown(page.getByRole('article', { name: 'Invoice 0003' }))
    await page.getByRole('button', { name: 'Why: the total' }).click()
    await lead('Why: Overage').click()
    await lead(/^Why: .*, invoice 0002 of /).click()
    await panel().getByRole('button', { name: 'Show in Invoices' }).click()
    expect(await shown(page.getByRole('article', { name: 'Invoice 0002' }))).toBe(true)
  })

  it('leads to an input that decides it, and back to the explanation', async () => {
    await page.getByRole('button', { name: 'Why: the total' }).click()
    await lead('Why: Overage').click()
    await told('Overage from 1 Apr 2026 to 1 Apr 2027')
    await panel().getByRole('button', { name: 'Plan and terms' }).focus()
    await page.keyboard.press('Enter')
    await gone(panel())
    await shown(page.getByRole('button', { name: /^Plan and terms/, expanded: true }))
    await page.locator('label').filter({ hasText: 'Overage' }).first().click()
    await page.getByRole('button', { name: 'Back to why: the total of overage' }).click()
    // With overage off there is none to explain.
    expect(await shown(panel().getByText('The result has no such kind of money.'))).toBe(true)
  })

  it('marks reasons that are of the account before, for as long as the new ones are worked out', async () => {
    await page.getByRole('button', { name: 'Why: the total' }).click()
    await told('Total from 1 Apr 2026 to 1 Apr 2027')
    const held = Promise.withResolvers<void>()
    await page.route('**/api/results.explain', async (route) => {
      await held.promise
      await route.continue()
    })
    await page.getByRole('tab', { name: 'Variants' }).click()
    // Scale is $330.00 a month.
    await page.getByRole('button', { name: 'Put on it: the account on Scale' }).click()
    await shown(panel().getByText('The reasons of the last change: being worked out…'))
    await shown(panel().locator('[data-before]'))
    held.resolve()
    expect(await shown(panel().getByRole('row', { name: /^Total\s+\$3,960\.00$/ }))).toBe(true)
  })
})
