import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { KeptWindow } from './kept-window.ts'
import { gone, type Screen, shown } from './screen.ts'

describeInChromium('the Compare screen by keyboard', () => {
  const kept = new KeptWindow()
  let app: RunningApp
  let screen: Screen

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    screen = await kept.begin(app)
  })

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await screen.page.keyboard.press(key)
  }
  const headlineWith = (text: string) => shown(screen.headline.filter({ hasText: text }))

  it('reaches everything that can be operated, in reading order, with a visible focus', async () => {
    const { page } = screen
    // As the program opens: nothing has the focus.
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    const seen: string[] = []
    const unseen: string[] = []
    for (let count = 0; count < 60; count++) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const element = document.activeElement
        if (!(element instanceof HTMLElement) || element === document.body) return null
        const name = element.getAttribute('aria-label') ?? element.textContent.trim()
        const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : ''
        // The slider shows its focus on its thumb, a switch and a choice on what stands for them.
        const own = getComputedStyle(element)
        const visible = own.outlineStyle !== 'none' || element instanceof HTMLInputElement
        return { name: label === '' ? name : label, visible }
      })
      if (stop === null) break
      seen.push(stop.name)
      if (!stop.visible) unseen.push(stop.name)
    }
    const order = [
      'Keyboard shortcuts',
      'Catalogue',
      'Overage',
      'First-month offers',
      'Credits a month',
      'Monthly usage',
      'Show as table',
      'Monthly usage in the chart',
      'Copy',
      'Pro',
    ]
    expect(unseen).toEqual([])
    expect(seen.filter((name, place) => order.includes(name) && seen.indexOf(name) === place)).toEqual(order)
  })

  it('steps the slider by arrows, pages and ends', async () => {
    await screen.slider.focus()
    await press('ArrowRight')
    await headlineWith('410,000')
    await press('PageUp')
    await headlineWith('520,000')
    await press('Home')
    await headlineWith('1,000 credits')
    await press('End')
    expect(await headlineWith('20,000,000')).toBe(true)
  })

  it('moves the marker in the chart, and reads every plan’s cost there', async () => {
    await screen.marker.focus()
    await press('ArrowLeft')
    await headlineWith('390,000')
    const words = () => screen.marker.getAttribute('aria-valuetext')
    await expect.poll(words).toContain('390,000 credits a month: Pro $99.00, Creator $109.00')
    expect(await words()).toContain('Starter blocks work')
    await screen.curves.getByText('390,000 credits a month').waitFor()
  })

  it('moves between plans with arrows and chooses with Enter', async () => {
    await screen.row('Pro').getByRole('button').focus()
    await press('ArrowDown', 'Enter')
    await screen.months.getByRole('heading').filter({ hasText: 'Creator runs over' }).waitFor()
    expect(await screen.row('Creator').getByRole('button').getAttribute('aria-pressed')).toBe('true')
  })

  it('reads the months one after the other', async () => {
    await screen.months.getByRole('group', { name: 'Months as a chart' }).focus()
    await press('ArrowRight', 'ArrowRight')
    await screen.months.getByText('Month 2', { exact: true }).waitFor()
    await press('Escape')
    expect(await gone(screen.months.getByText('Month 2', { exact: true }))).toBe(true)
  })

  it('runs commands by their keys', async () => {
    await press('o')
    await screen.row('Creator').filter({ hasText: '3,600,000' }).waitFor()
    await press('2')
    await screen.months.getByRole('heading').filter({ hasText: 'Scale' }).waitFor()
    await press('c')
    expect(await shown(screen.curves.getByRole('button', { name: 'Show as chart' }))).toBe(true)
  })

  it('types into the usage field, where letters are not commands', async () => {
    await press('/')
    await screen.page.keyboard.type('1234567')
    await headlineWith('1,234,567')
    await press('o')
    expect(await screen.page.getByRole('switch', { name: 'Overage' }).isChecked()).toBe(true)
  })

  it('lists a key only where it works', async () => {
    const dialog = screen.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    const listed = async () => {
      await press('?')
      await dialog.getByText('Light, dark or system theme').waitFor()
      const terms = await dialog.getByRole('term').allInnerTexts()
      await press('Escape')
      await gone(dialog)
      return terms
    }
    const onCompare = await listed()
    expect(onCompare).toContain('Overage on or off')
    expect(onCompare).toContain('Rename the scenario')
    expect(onCompare).not.toContain('Delete the scenario')
    await press('Control+3')
    await screen.page.getByRole('grid').waitFor()
    const onScenarios = await listed()
    expect(onScenarios).toContain('Delete the scenario')
    expect(onScenarios).toContain('Duplicate the scenario')
    expect(onScenarios).not.toContain('Overage on or off')
  })

  it('lists the shortcuts in a dialog that Escape closes', async () => {
    await press('?')
    const dialog = screen.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await dialog.getByText('Overage on or off').waitFor()
    await press('o')
    expect(await screen.page.getByRole('switch', { name: 'Overage', includeHidden: true }).isChecked()).toBe(
      true,
    )
    await press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})
