import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { saved } from './library-screen.ts'
import { gone, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { leaveTeam, SIXTY_PEOPLE, THREE_WORKSPACES } from './support/team-store.ts'

/*
 * Enterprise of April 2026 has 11 Full seats and here one that is bought. A Basic member may use 10,000 credits a month of
 * ElevenCreative, which is what Studio is of: 12,000 are 2,000 too many, in each of three months.
 */
describeInChromium('seats and workspaces of an account', () => {
  let app: RunningApp
  let page: Page

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  async function open(team: typeof SIXTY_PEOPLE, view: string): Promise<void> {
    page = await app.openOn(leaveTeam(team))
    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByRole('tab', { name: view }).click()
    await page.mouse.move(900, 30)
  }
  const heading = (name: string) => page.getByRole('heading', { name, exact: true })
  const cells = async (row: Locator) => {
    await row.waitFor()
    return (await row.locator('th, td').allTextContents()).map((text) => text.trim())
  }

  it('shows who loses what to the ceiling, and gives exactly that back with a Full seat', async () => {
    await open(SIXTY_PEOPLE, 'Seats')
    await shown(heading('Everybody fits: 12 of 12 Full, 48 of 1,000 Basic'))
    // Spread evenly, 10,000 of 12,000 are used after 25 of April's 30 days.
    await shown(
      heading(
        '1 Basic member hit the ceiling of 10,000 credits, the first on 26 Apr 2026; 6,000 credits blocked',
      ),
    )
    const list = page.getByRole('grid', { name: 'Members and what stopped them' })
    expect(await list.getAttribute('aria-rowcount')).toBe('61')
    await shown(list.getByRole('row').nth(1).getByText('Basic ceiling'))
    const detail = page.getByRole('region', { name: 'Basic 01 against the ceiling' })
    expect(await cells(detail.getByRole('row').nth(1))).toEqual([
      '1, from 1 Apr 2026',
      '10,000',
      '10,000',
      '26 Apr 2026',
      '2,000',
      '',
    ])

    // By keyboard: the first of them is chosen, and a Shift's reach beyond is taken back one by one.
    await list.focus()
    await page.keyboard.press('Space')
    await shown(page.getByText('1 member chosen'))
    await page.keyboard.press('Shift+ArrowDown')
    await shown(page.getByText('2 members chosen'))
    await page.keyboard.press('Space')
    await shown(page.getByText('1 member chosen'))
    await page.getByRole('button', { name: 'What would Full seats cost?' }).press('Enter')
    // All 12 Full seats are held: one is bought, the second beyond the 11, at $100 a month.
    await shown(heading('A Full seat for Basic 01: $300.00 more, 6,000 credits blocked no more'))
    await shown(page.getByText('Together: 1 seat bought on 1 Apr 2026.'))
    await page.getByRole('button', { name: 'Give them a Full seat' }).press('Enter')

    await shown(heading('Everybody fits: 13 of 13 Full, 47 of 1,000 Basic'))
    await shown(heading('Nobody was stopped by anything'))
    await shown(page.getByText('All work is served.'))
    await shown(page.getByText('Basic 01 holds a Full seat from 1 April 2026 on.'))
    await saved(page)
    await page.getByRole('button', { name: 'Undo: Give Basic 01 a Full seat' }).click()
    await shown(heading('Everybody fits: 12 of 12 Full, 48 of 1,000 Basic'))
  })

  it('gives a Full seat from a later day as dated changes, and lists where each member is on the way', async () => {
    const rows = page.getByRole('grid', { name: 'Members and what stopped them' }).getByRole('row')
    await rows.nth(2).getByRole('gridcell').first().click()
    await shown(page.getByText('1 member chosen'))
    await rows.nth(4).click({ modifiers: ['Shift'] })
    await shown(page.getByText('3 members chosen'))
    await rows.nth(3).getByRole('gridcell').first().click()
    await shown(page.getByText('2 members chosen'))
    await page.getByRole('button', { name: 'Clear' }).click()
    await shown(page.getByText('Nobody chosen'))

    await page.getByRole('button', { name: 'Choose the five who lose most' }).click()
    await page.getByRole('textbox', { name: 'Full seats from' }).fill('2026-05-01')
    await page.getByRole('button', { name: 'What would Full seats cost?' }).click()
    // May's and June's 2,000 each; April's are lost.
    await shown(heading('A Full seat for Basic 01: $200.00 more, 4,000 credits blocked no more'))
    await page.getByRole('button', { name: 'Give them a Full seat' }).click()
    await shown(
      heading(
        '1 Basic member hit the ceiling of 10,000 credits, the first on 26 Apr 2026; 2,000 credits blocked',
      ),
    )
    await shown(page.getByRole('button', { name: 'Dated changes 2 changes' }))
    await page.getByRole('button', { name: 'Show as table' }).click()
    const steps = page.getByRole('region', { name: 'Seats as a table' }).getByRole('row')
    expect((await cells(steps.nth(2))).slice(0, 5)).toEqual([
      '1 May 2026',
      '1 Jul 2026',
      'Enterprise',
      '13',
      '13',
    ])
  })

  it('shows three workspaces’ shares, what each would see, and whether they had better part', async () => {
    await app.leave(page)
    await open(THREE_WORKSPACES, 'Workspaces')
    // Three months of 100,000, 200,000 and 300,000; $2,640 and $100 for the seat a month, by sixths to the cent.
    await shown(heading('3 workspaces ask for 1,800,000 credits, on invoices of $8,220.00'))
    const shares = page.getByRole('region', { name: 'Workspaces and their shares' }).getByRole('row')
    expect(await cells(shares.nth(1))).toEqual(['Acme US US', '300,000', '300,000', '0', '0', '1,370.01', ''])
    expect(await cells(shares.nth(2))).toEqual(['Acme EU EU', '600,000', '600,000', '0', '0', '2,739.99', ''])
    expect(await cells(shares.nth(3))).toEqual([
      'Acme India India',
      '900,000',
      '900,000',
      '0',
      '0',
      '4,110.00',
      '',
    ])
    expect(await cells(shares.nth(4))).toEqual([
      'Together',
      '1,800,000',
      '1,800,000',
      '0',
      '0',
      '8,220.00',
      '',
    ])

    await shown(page.getByRole('region', { name: 'Invoices by workspace' }))
    await page.getByRole('combobox', { name: 'As seen by' }).click()
    await page.getByRole('option', { name: 'Acme EU' }).click()
    await gone(page.getByRole('region', { name: 'Invoices by workspace' }))
    const own = page.getByRole('region', { name: 'Usage of each period, and what was left' })
    await shown(own.getByRole('columnheader', { name: 'Acme EU credits' }))
    expect(await own.getByRole('columnheader').count()).toBe(3)

    await page.getByRole('combobox', { name: 'Plan of Acme EU by itself' }).selectOption('Scale')
    await page.getByRole('button', { name: 'Work out linked or apart' }).click()
    const apart = page.getByRole('region', { name: 'Workspaces linked and apart' }).getByRole('row')
    await shown(apart.nth(2).getByText('Scale, monthly'))
    await shown(page.getByRole('heading', { name: /^Apart costs \$[\d,.]+ less: \$8,220\.00 linked/ }))
    expect(app.complaints()).toEqual([])
  })

  it('says what workspaces would show where there are none, and members where nobody is', async () => {
    await app.leave(page)
    await open({ ...SIXTY_PEOPLE, full: 0, basic: 0, uses: [] }, 'Workspaces')
    await shown(heading('This account has no workspaces'))
    await page.getByRole('tab', { name: 'Seats' }).click()
    await shown(heading('Nobody is on this account'))
    expect(app.complaints()).toEqual([])
  })

  it('end where they end, however far down somebody scrolls in their lists', async () => {
    const own = await app.openOn(leaveTeam(SIXTY_PEOPLE), { reducedMotion: true })
    onTestFinished(() => app.leave(own))
    await own.setViewportSize({ width: 1280, height: 800 })
    await own.getByRole('link', { name: 'Account' }).click()
    await own.getByRole('tab', { name: 'Seats' }).click()
    const people = own.getByRole('button', { name: /^People/ })
    if ((await people.getAttribute('aria-expanded')) === 'false') await people.click()
    await own.getByRole('grid', { name: /^People/ }).waitFor()
    const members = own.getByRole('region', { name: 'Members and what stopped them' })
    await members.waitFor()
    /** Every list in the panes, and then the panes, as far down as they go. */
    const toEnds = () =>
      own
        .locator('aside, main')
        .locator('*')
        .evaluateAll((all) => {
          const scrolling = all.filter(
            (one) =>
              ['auto', 'scroll'].includes(getComputedStyle(one).overflowY) &&
              one.scrollHeight > one.clientHeight,
          )
          for (const one of scrolling.toReversed()) one.scrollTop = one.scrollHeight
          return scrolling.length
        })
    // Rows come as they are scrolled to. The panes, the people, and the members with what stopped them.
    for (let times = 0; times < 3; times++) expect(await toEnds()).toBeGreaterThan(3)
    const bottomOf = async (what: Locator) => {
      const box = await what.boundingBox()
      return (box?.y ?? Number.NaN) + (box?.height ?? Number.NaN)
    }
    expect(await bottomOf(own.getByRole('region', { name: 'About', exact: true }))).toBeGreaterThan(700)
    expect(await bottomOf(members)).toBeGreaterThan(700)
  })
})
