import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { gone, type Screen, screenOf, shown } from './screen.ts'

describeInChromium('the Compare screen without its engine', () => {
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await screenOf(await app.open())
    return () => screen.page.context().close()
  })

  const stopEngine = () => screen.page.route('**/api/**', (route) => route.abort('connectionrefused'))
  const startEngine = () => screen.page.unroute('**/api/**')
  const alert = () => screen.page.getByRole('alert')

  it('keeps the last figures and says that they are the last', async () => {
    await stopEngine()
    await screen.usage.fill('900000')
    await alert().getByText('The billing engine does not answer.').waitFor()
    await alert().getByText('The figures below are the last ones it gave').waitFor()
    expect(await screen.headline.innerText()).toContain('400,000 credits a month: $99.00')
  })

  it('catches up on retry', async () => {
    await stopEngine()
    await screen.usage.fill('900000')
    await alert().waitFor()
    await startEngine()
    await alert().getByRole('button', { name: 'Retry' }).click()
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
    const token = await screen.page.evaluate(() => sessionStorage.getItem('tierwise.token') ?? '')
    // As after a restart: this window has a token that nobody takes any more.
    await screen.page.evaluate(() => sessionStorage.setItem('tierwise.token', 'of-an-older-start'))
    await screen.usage.fill('900000')
    await alert().getByText('does not belong to the Tierwise that runs now').waitFor()
    await screen.page.evaluate((newer) => {
      window.location.hash = `token=${newer}`
    }, token)
    await screen.headline.filter({ hasText: '900,000 credits a month' }).waitFor()
    expect(await gone(alert())).toBe(true)
    expect(screen.page.url()).not.toContain('token')
  })

  it('takes what let it in out of the address, and still is in after a reload', async () => {
    expect(screen.page.url()).not.toMatch(/token|ticket/)
    await screen.page.reload()
    await screen.headline.filter({ hasText: '400,000 credits a month' }).waitFor()
    expect(await gone(alert())).toBe(true)
  })

  it('comes in by the address that the terminal shows, too', async () => {
    const token = await screen.page.evaluate(() => sessionStorage.getItem('tierwise.token') ?? '')
    const { origin } = new URL(screen.page.url())
    await screen.page.evaluate(() => sessionStorage.clear())
    await screen.page.goto('about:blank')
    await screen.page.goto(`${origin}/#token=${token}`)
    await screen.headline.filter({ hasText: '400,000 credits a month' }).waitFor()
    expect(screen.page.url()).not.toMatch(/token|ticket/)
  })

  it('says so where its link was used already', async () => {
    const { origin } = new URL(screen.page.url())
    await screen.page.evaluate(() => sessionStorage.clear())
    await screen.page.goto('about:blank')
    await screen.page.goto(`${origin}/#ticket=used-already`)
    expect(await shown(alert().getByText('does not belong to the Tierwise that runs now'))).toBe(true)
  })
})
