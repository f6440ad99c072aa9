import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { type Screen, screenOf } from './screen.ts'

describeInChromium('the tables of the Compare screen', () => {
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

  const copied = async (section: Screen['rank']): Promise<readonly string[]> => {
    await screen.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await section.getByRole('button', { name: 'Copy' }).click()
    await section.getByRole('button', { name: 'Copied' }).waitFor()
    return (await screen.page.evaluate(() => navigator.clipboard.readText())).split('\n')
  }

  it('are copied with the chosen decimal sign, to the last decimal', async () => {
    await screen.page.getByRole('link', { name: 'Settings' }).click()
    await screen.choose('Numbers', '1.234,56')
    await screen.page.getByRole('link', { name: 'Compare' }).click()
    await screen.row('Pro').filter({ hasText: '99,00' }).waitFor()
    expect((await copied(screen.rank)).slice(0, 2)).toEqual([
      'Plan\tTotal ($)\tA month ($)\tPer 1K ($)\tOverage ($)\tBlocked (credits)\tExpired (credits)\tForfeited (credits)\tBasis',
      'Pro\t1188,00\t99,00\t0,2475\t0,00\t0\t200000\t0\tmeasured',
    ])
    await screen.curves.getByRole('button', { name: 'Show as table' }).click()
    expect(await copied(screen.curves)).toContain('Creator → Pro\t356666,67\t99,00\tthe bills meet')
  })

  it('price what a plan that blocks serves: Starter at $5.00 for 30,000 credits is 0.1667 per 1K', async () => {
    const cell = screen.row('Starter').getByRole('cell', { name: '0.1667', exact: true })
    expect(await cell.getAttribute('title')).toBe(
      'Of the 360,000 credits it serves; 4,440,000 more are blocked.',
    )
  })
})
