import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { preset } from '../engine/support/people.ts'
import { accountOfSecrets, CUSTOMER, QUESTION, SECRET } from '../fakes/secrets-of-account.ts'
import { saved } from './library-screen.ts'
import { shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import {
  AT_SCALE,
  leaveContent,
  leaveCustomer,
  SIXTY_IN_THREE,
  twelvePlans,
} from './support/customer-store.ts'
import { describeInChromium } from './support/in-chromium.ts'

const hasPdfToText = spawnSync('pdftotext', ['-v']).error === undefined

describeInChromium('the page before a customer', () => {
  let app: RunningApp

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  async function present(leave: (folder: string) => void): Promise<Page> {
    const page = await app.openOn(leave, { reducedMotion: true })
    onTestFinished(() => app.leave(page))
    await page.getByRole('link', { name: 'Account' }).click()
    await page.getByRole('tab', { name: 'Ledger' }).click()
    await page.keyboard.press('Control+4')
    await page.getByRole('article').waitFor()
    return page
  }

  const headline = (page: Page) => page.getByRole('heading', { level: 2 })

  /** As the host in Electron prints it, in the paper of the page or in another. */
  async function pdfOf(page: Page, format?: 'Letter'): Promise<Buffer> {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    const margin = { top: '12mm', right: '12mm', bottom: '12mm', left: '12mm' }
    const pdf = await page.pdf(
      format === undefined
        ? { printBackground: true, preferCSSPageSize: true }
        : { printBackground: true, format, margin },
    )
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    return pdf
  }
  const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length

  it('says what to buy and when, tries other figures without keeping any, and leads back by Escape', async () => {
    const page = await present(leaveCustomer(AT_SCALE))
    const asKept = 'Stay on Scale, and move to Business on 1 Nov 2026'
    expect(await shown(headline(page).getByText(asKept))).toBe(true)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Acme Ltd')

    await page.getByRole('slider', { name: 'Growth a month' }).fill('0')
    await page.getByRole('textbox', { name: 'Credits a month' }).fill('1900000')
    // Within Scale's 2,000,000: 12 × 330.00, and Pro would take 12 × (99.00 + 1,400 × 0.24)
    expect(await shown(headline(page).getByText('Stay on Scale', { exact: true }))).toBe(true)
    expect(await shown(page.getByText('$3,960.00', { exact: true }))).toBe(true)
    expect(await shown(page.getByText('Worked out for 1,900,000 credits a month.'))).toBe(true)

    await page.getByRole('button', { name: 'As the account has it (R)' }).click()
    expect(await shown(headline(page).getByText(asKept))).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Ledger', selected: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Nothing to undo' }).count()).toBe(1)
  })

  it('ranks the plans for sixty people in three workspaces, who have no seats on the plan of today', async () => {
    const page = await present(leaveCustomer(SIXTY_IN_THREE))
    expect(await shown(headline(page).getByText('Enterprise from 1 Jan 2026'))).toBe(true)
    const row = page.getByRole('row').filter({ hasText: 'Scale' })
    expect(await row.innerText()).toContain(
      'Cannot hold it: at most 3 Full seats and no shared bill for workspaces',
    )
    await page.getByRole('slider', { name: 'Full people' }).press('ArrowLeft')
    // 2,640.00 without a twelfth Full seat
    expect(await shown(page.getByText('$31,680.00', { exact: true }))).toBe(true)
  })

  it('holds nothing but the customer, the question and the plans, wherever one looks', async () => {
    const page = await present(leaveContent(accountOfSecrets(), `${SECRET} name`))
    expect(await shown(page.getByText(QUESTION))).toBe(true)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(CUSTOMER)
    const whole = () => page.evaluate(() => `${document.title} ${document.documentElement.outerHTML}`)
    expect(await whole()).not.toContain(SECRET)
    expect(await page.title()).toMatch(/^Acme Ltd \d{4}-\d\d-\d\d$/)

    await page.keyboard.press('Control+k')
    await page.getByRole('option', { name: /^Leave the page/ }).waitFor()
    await page.getByRole('combobox', { name: 'Command' }).fill('Globex')
    await page.getByText('Nothing is called that.').waitFor()
    const found = await whole()
    for (const word of [SECRET, 'churn', 'renewal']) expect(found).not.toContain(word)
    await page.keyboard.press('Escape')
    // What would lead elsewhere does nothing here.
    for (const chord of ['Control+1', 'Control+3', 'Control+n']) await page.keyboard.press(chord)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    expect(await page.getByRole('article').count()).toBe(1)
    expect(await page.getByRole('navigation').count()).toBe(0)
  })

  it.skipIf(!hasPdfToText)('makes a PDF whose text has none of it either', async () => {
    const page = await present(leaveContent(accountOfSecrets(), `${SECRET} name`))
    const file = join(mkdtempSync(join(tmpdir(), 'tierwise-pdf-')), 'page.pdf')
    writeFileSync(file, await pdfOf(page))
    const text = spawnSync('pdftotext', ['-layout', file, '-']).stdout.toString()
    expect(text).toContain(CUSTOMER)
    expect(text).toContain('not an offer')
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('What if')
  })

  it('is one sheet of A4 or Letter, whole, for twelve plans with long names and figures', async () => {
    const words = 'A customer whose name goes on and on '.repeat(10)
    const page = await present(
      leaveCustomer(twelvePlans(preset('elevenlabs-2026-04')), { customer: words, question: words }),
    )
    for (const format of [undefined, 'Letter'] as const) expect(pagesOf(await pdfOf(page, format))).toBe(1)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    const sheet = page.getByRole('article')
    const plans = page.getByRole('region', { name: 'Every plan for this account' })
    expect(await plans.getByRole('row').count()).toBe(13)
    const [room, height] = await sheet.evaluate((element) => [element.clientHeight, element.scrollHeight])
    expect(height).toBeLessThanOrEqual(room ?? 0)
    const scheme = await page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])
    expect(scheme).toBe('light')
  })

  it('asks for the customer’s name where nobody said it, and keeps it', async () => {
    const page = await present(leaveCustomer(AT_SCALE, {}))
    await page.getByRole('textbox', { name: 'Whose page is it?' }).fill('Initech')
    await page.keyboard.press('Enter')
    expect(await shown(page.getByRole('heading', { level: 1, name: 'Initech' }))).toBe(true)
    await page.getByRole('button', { name: 'Back (Esc)' }).click()
    await saved(page)
    await page.getByRole('button', { name: /^Undo: Change the customer/ }).waitFor()
  })

  it('is printed of what is tried, and not of what was tried before', async () => {
    const page = await present(leaveCustomer(SIXTY_IN_THREE))
    await page.evaluate(() => {
      window.print = () =>
        void document.body.setAttribute('data-printed', document.querySelector('footer')?.textContent ?? '')
    })
    const held = Promise.withResolvers<void>()
    await page.route('**/api/stored.customerPage', async (route) => {
      await held.promise
      await route.continue()
    })
    await page.getByRole('slider', { name: 'Growth a month' }).press('End')
    await page.keyboard.press('Control+p')
    held.resolve()
    await page.locator('body[data-printed]').waitFor({ state: 'attached' })
    expect(await page.locator('body').getAttribute('data-printed')).toContain('growing 30 %')
  })

  it('says that it is without a change that could not be saved', async () => {
    const page = await app.openOn(leaveCustomer(AT_SCALE), { reducedMotion: true })
    onTestFinished(() => app.leave(page))
    await page.getByRole('link', { name: 'Compare' }).click()
    const problems = [{ code: 'store.full', message: 'The disk is full.', path: '' }]
    await page.route('**/api/library.edit', (route) => route.fulfill({ json: { ok: false, problems } }))
    await page.getByRole('textbox', { name: 'Credits a month' }).fill('100000')
    await page.keyboard.press('Control+4')
    const told = page.getByText('Your last change could not be saved: this page is without it.')
    expect(await shown(told)).toBe(true)
  })

  it('is left by one Escape from the field of the name, where nothing was typed', async () => {
    const page = await present(leaveContent({ scenario: AT_SCALE }))
    const name = page.getByRole('textbox', { name: 'Whose page is it?' })
    await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('Ac')
    await page.keyboard.press('Escape')
    expect(await name.inputValue()).toBe('')
    await page.keyboard.press('Escape')
    expect(await shown(page.getByRole('tab', { name: 'Ledger' }))).toBe(true)
  })
})
