import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { entryPages } from '#main/hosts/start/entry-pages.ts'
import { enter } from '../fakes/http.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { libraryOf, saved, WORKED_EXAMPLE } from './library-screen.ts'
import { ANY_CALL, gone, type Screen, screenOf, shown, stopAnswers } from './screen.ts'

describeInChromium('a window that nobody answers', () => {
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await screenOf(await app.open())
    return () => app.leave(screen.page)
  })

  const stopEngine = () => stopAnswers(screen.page)
  const startEngine = () => screen.page.unroute(ANY_CALL)
  /** What is tried by itself gets no answer: only a person's retry does. */
  const leaveRetryToHand = () => screen.page.route('**/api/settings.get', (route) => route.abort())
  const alert = () => screen.page.getByRole('alert')

  it('keeps the last figures and says that they are the last', async () => {
    await stopEngine()
    await screen.usage.fill('900000')
    await alert().getByText('Tierwise does not answer.').waitFor()
    await alert().getByText('The figures below are the last ones it gave').waitFor()
    expect(await screen.headline.innerText()).toContain('400,000 credits a month: $99.00')
  })

  it('says without alarm, and without being asked for anything, that the program was stopped', async () => {
    await app.endBehind(screen.page)
    const told = screen.page.getByRole('status').filter({ hasText: 'Tierwise was stopped.' })
    await told.getByText('Everything is saved. Start it again to go on.').waitFor()
    // Nobody answers its next call, which is what was to come.
    await screen.usage.fill('900000')
    await told.getByText('Your last change is not saved. Start it again to go on.').waitFor()
    expect(await alert().count()).toBe(0)
  })

  it('finds by itself that somebody answers again, and saves what was changed meanwhile', async () => {
    await screen.page.context().setOffline(true)
    await screen.usage.fill('900000')
    await alert().getByText('Your last change is not saved yet').waitFor()
    await screen.page.context().setOffline(false)
    await saved(screen.page)
    await screen.page.reload()
    await screen.headline.filter({ hasText: '900,000 credits a month' }).waitFor()
    expect(await gone(alert())).toBe(true)
  })

  it('says one thing at a time: that it was started again, once that is found', async () => {
    await stopEngine()
    await screen.usage.fill('900000')
    // Of all that was asked the save is the last to fail.
    await alert().getByText('Your last change is not saved yet').waitFor()
    expect(await alert().count()).toBe(1)
    await screen.page.evaluate(() => sessionStorage.setItem('tierwise.token', 'of-an-older-start'))
    await startEngine()
    // Found by itself, for whatever it asks next is refused.
    await alert().getByText('does not belong to the Tierwise that runs now').waitFor()
    expect(await alert().count()).toBe(1)
    expect(await screen.page.getByText(/started again since|does not answer/).count()).toBe(0)
  })

  it('keeps the list of scenarios as it was, and says that it cannot be read now', async () => {
    const library = await libraryOf(screen.page)
    await expect.poll(() => library.names()).toEqual([WORKED_EXAMPLE])
    await leaveRetryToHand()
    await stopEngine()
    await library.page.getByRole('textbox', { name: 'Search the scenarios' }).fill('Pro')
    await alert().getByText('The scenarios cannot be read now: below is the list as it was.').waitFor()
    expect(await library.names()).toEqual([WORKED_EXAMPLE])
    expect(await alert().count()).toBe(1)
    await startEngine()
    await alert().getByRole('button', { name: 'Retry' }).click()
    await shown(library.page.getByText('Nothing holds “Pro”.'))
    expect(await gone(alert())).toBe(true)
  })

  it('does not count scenarios that it never read', async () => {
    await stopEngine()
    const library = await libraryOf(screen.page)
    await library.list.locator('+ p').getByText('The scenarios cannot be read now.').waitFor()
    expect(await library.page.getByText(/\d+ scenarios?$/).count()).toBe(0)
  })

  it('names what the store refuses by its own reason', async () => {
    const problem = { code: 'store.failed', message: 'The disk did not do what was asked of it.', path: '' }
    await screen.page.route('**/api/library.list', (route) =>
      route.fulfill({ json: { ok: false, problems: [problem] } }),
    )
    await libraryOf(screen.page)
    await alert().getByText('The scenarios cannot be read now. The disk did not do').waitFor()
    await startEngine()
    await screen.page.unroute('**/api/library.list')
    await alert().getByRole('button', { name: 'Retry' }).click()
    expect(await gone(alert())).toBe(true)
    expect(await shown(screen.page.getByText('1 scenario'))).toBe(true)
  })

  it('catches up on retry', async () => {
    await stopEngine()
    await screen.usage.fill('900000')
    await alert().waitFor()
    // Whatever is tried by itself waits for its answer until the click, and cannot take the button away.
    const clicked = Promise.withResolvers<void>()
    await screen.page.route(ANY_CALL, async (route) => {
      await clicked.promise
      await route.continue()
    })
    await alert().getByRole('button', { name: 'Retry' }).click()
    clicked.resolve()
    await screen.headline.filter({ hasText: '900,000 credits a month' }).waitFor()
    expect(await gone(alert())).toBe(true)
  })

  it('catches up by itself with the next change', async () => {
    await stopEngine()
    await screen.usage.fill('900000')
    await alert().waitFor()
    await startEngine()
    await screen.usage.fill('950000')
    await screen.headline.filter({ hasText: '950,000 credits a month' }).waitFor()
    expect(await gone(alert())).toBe(true)
  })

  it('begins again with the address of a newer start, and keeps what was not saved', async () => {
    // As after a restart: this window has a token that nobody takes any more.
    await screen.page.evaluate(() => sessionStorage.setItem('tierwise.token', 'of-an-older-start'))
    await screen.usage.fill('900000')
    await alert().getByText('does not belong to the Tierwise that runs now').waitFor()
    await screen.page.evaluate(
      (newer) => {
        window.location.hash = newer
      },
      new URL(app.invite(screen.page).address).hash,
    )
    await screen.headline.filter({ hasText: '900,000 credits a month' }).waitFor()
    expect(await gone(alert())).toBe(true)
    expect(screen.page.url()).not.toContain('ticket')
  })

  it('takes what let it in out of the address, and still is in after a reload', async () => {
    expect(screen.page.url()).not.toContain('ticket')
    await screen.page.reload()
    await screen.headline.filter({ hasText: '400,000 credits a month' }).waitFor()
    expect(await gone(alert())).toBe(true)
  })

  it('comes in by the address that the terminal shows, too', async () => {
    await screen.page.evaluate(() => sessionStorage.clear())
    await screen.page.goto('about:blank')
    await screen.page.goto(app.invite(screen.page).address)
    await screen.headline.filter({ hasText: '400,000 credits a month' }).waitFor()
    expect(screen.page.url()).not.toContain('ticket')
  })

  it('comes in by the page in a file that the program starts a browser with', async () => {
    const { once } = app.invite(screen.page)
    const folder = mkdtempSync(join(tmpdir(), 'tierwise-pages-'))
    const pages = entryPages(folder)
    const page = await pages.write(once)
    await screen.page.evaluate(() => sessionStorage.clear())
    await screen.page.goto('about:blank')
    await screen.page.goto(page ?? '')
    await screen.headline.filter({ hasText: '400,000 credits a month' }).waitFor()
    expect(screen.page.url()).not.toContain('ticket')
    await screen.page.goBack()
    expect(screen.page.url()).toBe('about:blank')
    await pages.close()
    rmSync(folder, { recursive: true })
    await screen.page.goForward()
  })

  it('says so where its address is of an earlier start', async () => {
    const { origin } = new URL(screen.page.url())
    await screen.page.evaluate(() => sessionStorage.clear())
    await screen.page.goto('about:blank')
    await screen.page.goto(`${origin}/#ticket=of-an-earlier-start`)
    expect(await shown(alert().getByText('does not belong to the Tierwise that runs now'))).toBe(true)
  })

  it('is shut out where its address is opened twice, says so at once, and comes back by a new one', async () => {
    const { once, address } = app.invite(screen.page)
    await screen.page.evaluate(() => sessionStorage.clear())
    await screen.page.goto('about:blank')
    await screen.page.goto(once)
    await screen.headline.filter({ hasText: '400,000 credits a month' }).waitFor()
    await enter(once)
    await alert().getByText('was opened twice, so this page was shut out').waitFor()
    const begunAgain = screen.page.waitForEvent('load')
    await screen.page.evaluate((hash) => {
      window.location.hash = hash
    }, new URL(address).hash)
    await begunAgain
    await screen.headline.filter({ hasText: '400,000 credits a month' }).waitFor()
    expect(await gone(alert())).toBe(true)

    await screen.page.evaluate(() => sessionStorage.clear())
    await screen.page.goto('about:blank')
    await screen.page.goto(once)
    expect(await shown(alert().getByText('was opened twice, so this page was shut out'))).toBe(true)
  })
})
