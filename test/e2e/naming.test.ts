import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { libraryOf, openName, saved, WORKED_EXAMPLE } from './library-screen.ts'
import { gone, type Screen, screenOf, shown } from './screen.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

describeInChromium('a name that is being typed', () => {
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

  const press = (key: string) => screen.page.keyboard.press(key)
  const field = () => screen.page.getByRole('textbox', { name: 'Name of the scenario' })
  const type = async (name: string) => {
    await press('F2')
    await field().fill(name)
  }
  const openIs = (name: string) => shown(openName(screen.page).getByText(name, { exact: true }))
  const expectNames = async (...names: readonly string[]) => {
    const library = await libraryOf(screen.page)
    await expect.poll(async () => (await library.names()).toSorted()).toEqual(names.toSorted())
  }

  it('is that of the scenario a copy is made of, not of the copy', async () => {
    await type('Acme renewal')
    await press('Control+d')
    expect(await openIs('Acme renewal (copy)')).toBe(true)
    expect(await field().count()).toBe(0)
    await expectNames('Acme renewal', 'Acme renewal (copy)')
  })

  it('is kept before a new scenario opens, which has its own', async () => {
    await type('Acme renewal')
    await press('Control+n')
    await expect.poll(() => field().inputValue()).toBe('New scenario')
    await screen.page.keyboard.type('Support agents')
    await press('Enter')
    await openIs('Support agents')
    await expectNames('Acme renewal', 'Support agents')
  })

  it('is let go of where it cannot be one, and taken nowhere else', async () => {
    await type('W'.repeat(201))
    await screen.page.getByText('201 characters: a name has at most 200.').waitFor()
    await press('Control+n')
    await expect.poll(() => field().inputValue()).toBe('New scenario')
    expect(await screen.page.getByText('a name has at most').count()).toBe(0)
    await press('Escape')
    await expectNames('New scenario', WORKED_EXAMPLE)
  })

  it('is kept when another screen is gone to by keyboard, as it is by mouse', async () => {
    await type('Acme renewal')
    await press('Control+3')
    await expectNames('Acme renewal')
  })

  it('is typed no more when the scenario is come back to, where keys are commands again', async () => {
    await type('Acme renewal')
    await press('Control+3')
    const library = await libraryOf(screen.page)
    await library.row('Acme renewal').click()
    await library.press('Open')
    expect(await openIs('Acme renewal')).toBe(true)
    expect(await field().count()).toBe(0)
    await press('b')
    expect(await screen.page.getByRole('radio', { name: 'Annual', exact: true }).isChecked()).toBe(true)
  })

  it('is kept before the Back button shows another scenario', async () => {
    await press('Control+d')
    await openIs(`${WORKED_EXAMPLE} (copy)`)
    await type('Second offer')
    await screen.page.goBack()
    await openIs(WORKED_EXAMPLE)
    expect(await field().count()).toBe(0)
    await expectNames('Second offer', WORKED_EXAMPLE)
  })

  it('leaves the keyboard on the name it became', async () => {
    await type('Acme renewal')
    await press('Enter')
    expect(await gone(field())).toBe(true)
    await saved(screen.page)
    const focused = () => screen.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await expect.poll(focused).toBe('Acme renewal, rename (F2)')
  })
})
