import { afterAll, beforeAll, it, onTestFinished } from 'vitest'
import { type RunningApp, startApp } from './support/app.ts'
import { expectNothing } from './support/axe.ts'
import { leaveDamagedStore } from './support/damaged-store.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { SCREENS } from '#shared/screens.ts'
import { saved } from './library-screen.ts'
import { KeptWindow } from './kept-window.ts'
import { goTo, LOOK, type LookedAt, NOTHING_OBJECTED_TO } from './looked-at.ts'
import { type Screen, screenOf } from './screen.ts'

/** States in which the next test can begin with a new scenario in the same window. */
const IN_A_KEPT_WINDOW: readonly LookedAt[] = [
  { name: 'with both tables', reach: (screen) => screen.page.keyboard.type('cm') },
  {
    name: 'with overage off and a plan that blocks chosen',
    reach: async (screen) => {
      await screen.page.keyboard.press('o')
      await screen.row('Creator').filter({ hasText: '3,600,000' }).waitFor()
      await screen.focus('Starter')
      await screen.page.getByRole('region', { name: 'Terms of Starter' }).waitFor()
    },
  },
  {
    name: 'with a season and a month read out',
    reach: async (screen) => {
      await screen.choose('Usage pattern', 'Season')
      await screen.months.getByRole('group', { name: 'Months as a chart' }).focus()
      await screen.page.keyboard.press('ArrowRight')
    },
  },
  {
    name: 'with the shortcuts open',
    reach: async (screen) => {
      await screen.page.keyboard.press('?')
      await screen.page.getByRole('dialog').getByText('Overage on or off').waitFor()
    },
  },
  {
    name: 'with the command palette open and something typed',
    reach: async (screen) => {
      await screen.page.keyboard.press('Control+k')
      await screen.page.getByRole('combobox', { name: 'Command, place or scenario' }).fill('on')
      await screen.page.getByRole('option', { name: /^Overage on or off/ }).waitFor()
    },
  },
  {
    name: 'with what can be saved of a chart open',
    reach: async (screen) => {
      await screen.curves.getByRole('button', { name: 'Save as a file' }).click()
      await screen.page.getByRole('menuitem', { name: 'Chart as PNG' }).waitFor()
    },
  },
  {
    name: 'with the catalogues open',
    reach: async (screen) => {
      await screen.page.getByRole('combobox', { name: 'Catalogue' }).click()
      await screen.page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'with the versions open',
    reach: async (screen) => {
      await screen.setUsage(500_000)
      await saved(screen.page)
      await screen.page.getByRole('button', { name: 'Versions (V)' }).click()
      await screen.page.getByRole('button', { name: 'Go back to this' }).first().waitFor()
    },
  },
  {
    name: 'with the name being typed',
    reach: async (screen) => {
      await screen.page.keyboard.press('F2')
      await screen.page.getByRole('textbox', { name: 'Name of the scenario' }).waitFor()
    },
  },
  ...['Scenarios', 'Settings'].map((place) => ({
    name: `with its place named by a tooltip on ${place}`,
    reach: async ({ page }: Screen) => {
      await page.getByRole('link', { name: place }).click()
      await page.getByRole('tooltip').getByText(place).waitFor()
    },
  })),
  {
    name: 'with what undo would do named by its tooltip',
    reach: async (screen) => {
      await screen.setUsage(500_000)
      await saved(screen.page)
      await screen.page.getByRole('button', { name: /^Undo/ }).hover()
      await screen.page.getByRole('tooltip').getByText('Undo: ').waitFor()
    },
  },
  {
    name: 'with the versions named by their tooltip',
    reach: async (screen) => {
      await screen.page.getByRole('button', { name: 'Versions (V)' }).hover()
      await screen.page.getByRole('tooltip').getByText('Versions (V)').waitFor()
    },
  },
  {
    name: 'with a name that is too long',
    reach: async (screen) => {
      await screen.page.keyboard.press('F2')
      await screen.page.getByRole('textbox', { name: 'Name of the scenario' }).fill('W'.repeat(201))
      await screen.page.getByText('at most 200').waitFor()
    },
  },
  {
    name: 'with a heading explained',
    reach: async (screen) => {
      // Whoever comes by keyboard is told; who came by a click has the pointer on it.
      await screen.page.keyboard.press('Tab')
      await screen.rank.getByText('Expired', { exact: true }).focus()
      await screen.page.getByRole('tooltip').waitFor()
    },
  },
]

/** States that leave something behind, or need something before. */
const IN_THEIR_OWN_WINDOW: readonly LookedAt[] = [
  ...SCREENS.filter(({ has }) => has === 'page').map(({ name, address }) => ({
    name: `on ${name} as its address opens it`,
    reach: async ({ page }: Screen) => {
      await page.goto(new URL(`#/${address}`, page.url()).href)
      await page.reload()
      await page.getByRole('link', { name, exact: true }).and(page.locator('[aria-current=page]')).waitFor()
      await page.getByRole('main').waitFor()
    },
  })),
  {
    name: 'where nothing could be compared yet',
    reach: async (screen) => {
      await screen.usage.fill('800000000')
      await screen.headline.filter({ hasText: 'Cannot be compared' }).waitFor()
      await saved(screen.page)
      await screen.page.reload()
      await screen.page.getByRole('region', { name: 'No figures yet' }).waitFor()
    },
  },
  {
    name: 'with a contract’s terms open and a mistake in them',
    reach: async (screen) => {
      await screen.focus('Enterprise')
      await screen.page.getByRole('button', { name: 'Edit terms' }).click()
      await screen.page.getByRole('textbox', { name: 'Price a month' }).fill('lots')
      // Told of beside the field at once, and at the top when it cannot be kept.
      await screen.page.getByText('Not saved: Expected an amount of money').waitFor()
    },
  },
  {
    name: 'on the list of scenarios',
    reach: async (screen) => {
      await goTo(screen, 'Scenarios')
      await screen.page.getByRole('main').getByRole('button', { name: 'Duplicate' }).click()
      await screen.page.getByRole('row').nth(2).getByText('400,000', { exact: true }).waitFor()
      await screen.page.getByRole('grid').focus()
    },
  },
  {
    name: 'on the list with a name being typed',
    reach: async (screen) => {
      await goTo(screen, 'Scenarios')
      await screen.page.getByRole('grid').focus()
      await screen.page.keyboard.press('F2')
      await screen.page.getByRole('textbox', { name: /^New name of/ }).waitFor()
    },
  },
  {
    name: 'on the teaching examples',
    reach: async (screen) => {
      await goTo(screen, 'Scenarios')
      await screen.choose('Which scenarios', 'Examples')
      await screen.page.getByRole('heading', { name: 'Three regions, one pool' }).waitFor()
    },
  },
  {
    name: 'on the scenarios as cards',
    reach: async (screen) => {
      await goTo(screen, 'Scenarios')
      await screen.choose('Which scenarios', 'Examples')
      await screen.page.getByRole('button', { name: 'Open the example The rollover trap' }).click()
      await screen.page.getByRole('button', { name: 'The rollover trap, rename' }).waitFor()
      await goTo(screen, 'Scenarios')
      await screen.choose('Which scenarios', 'In use')
      await screen.choose('Scenarios shown as', 'Cards')
      await screen.page.getByText('in all.').waitFor()
      await screen.page.getByRole('grid').focus()
    },
  },
  {
    name: 'with two scenarios side by side',
    reach: async (screen) => {
      await goTo(screen, 'Scenarios')
      await screen.page.getByRole('main').getByRole('button', { name: 'Duplicate' }).click()
      await screen.page.getByRole('row').nth(2).getByText('400,000', { exact: true }).waitFor()
      await screen.page.getByRole('grid').press('Home')
      await screen.page.getByRole('grid').press('Shift+ArrowDown')
      await screen.page.getByRole('button', { name: 'Compare two…' }).click()
      await screen.page.getByRole('table', { name: 'What they come to' }).waitFor()
    },
  },
  {
    name: 'on an empty list with something to take back',
    reach: async (screen) => {
      await goTo(screen, 'Scenarios')
      await screen.page.getByRole('main').getByRole('button', { name: 'Delete' }).click()
      await screen.page.getByText('There is no scenario.').waitFor()
      await screen.page.getByRole('status').getByRole('button', { name: 'Undo' }).waitFor()
    },
  },
  {
    name: 'with a file refused',
    reach: async (screen) => {
      await goTo(screen, 'Scenarios')
      const chooser = screen.page.waitForEvent('filechooser')
      await screen.page.getByRole('button', { name: 'Import…' }).click()
      await (
        await chooser
      ).setFiles({ name: 'a.tierwise', mimeType: 'text/plain', buffer: Buffer.from('{}') })
      await screen.page.getByRole('list', { name: 'Problems' }).waitFor()
    },
  },
  {
    name: 'on the settings with a backup and a sound store',
    reach: async (screen) => {
      await goTo(screen, 'Settings')
      await screen.page.getByRole('button', { name: 'Back up now' }).click()
      await screen.page.getByText('made by you').waitFor()
      await screen.page.getByRole('button', { name: 'Check store' }).click()
      await screen.page.getByText('Sound:').waitFor()
    },
  },
  {
    name: 'before a backup is restored',
    reach: async (screen) => {
      await goTo(screen, 'Settings')
      await screen.page.getByRole('button', { name: 'Back up now' }).click()
      await screen.page.getByRole('button', { name: /^Restore the backup/ }).click()
      await screen.page.getByRole('dialog').getByText('is kept as a backup').waitFor()
    },
  },
  {
    name: 'with a damaged store told of, and what was set aside on the settings',
    before: leaveDamagedStore,
    reach: async (screen) => {
      await screen.page.getByRole('alert').getByText('is damaged').waitFor()
      await goTo(screen, 'Settings')
      await screen.page.getByText('Set aside').waitFor()
    },
  },
  {
    name: 'with more files than are listed that could not be opened',
    reach: async (screen) => {
      const told = Array.from({ length: 14 }, (_, index) =>
        JSON.stringify({
          kind: 'openFailed',
          file: `/home/ana/quotes/offer-${index}.tierwise`,
          message: 'This is not a Tierwise file: it does not say that it is one. (format)',
        }),
      )
      await screen.page.route('**/events', (route) => route.fulfill({ body: `${told.join('\n')}\n` }), {
        times: 1,
      })
      await screen.page.reload()
      const status = screen.page.getByRole('status').filter({ hasText: '14 files could not be opened.' })
      await status.getByText('And 9 more.').waitFor()
    },
  },
  {
    name: 'with a change asked about that cannot be kept',
    reach: async (screen) => {
      await screen.focus('Enterprise')
      await screen.page.getByRole('button', { name: 'Edit terms' }).click()
      await screen.page.getByRole('textbox', { name: 'Price a month' }).fill('lots')
      await screen.page.keyboard.press('Control+n')
      await screen.page.getByRole('dialog', { name: 'Your last change is not saved' }).waitFor()
    },
  },
  {
    name: 'with a list that the store would not read',
    reach: async (screen) => {
      const problem = { code: 'store.failed', message: 'The disk did not do what was asked.', path: '' }
      await screen.page.route('**/api/library.list', (route) =>
        route.fulfill({ json: { ok: false, problems: [problem] } }),
      )
      await goTo(screen, 'Scenarios')
      await screen.page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'in a narrow window with every input',
    reach: async (screen) => {
      await screen.page.setViewportSize({ width: 640, height: 400 })
      await screen.page.getByRole('button', { name: 'More inputs' }).click()
    },
  },
  {
    name: 'with its engine gone',
    reach: async (screen) => {
      await screen.page.route('**/api/**', (route) => route.abort('connectionrefused'))
      await screen.usage.fill('900000')
      await screen.page.getByRole('alert').first().waitFor()
    },
  },
]

const nothing = (): void => undefined

describeInChromium('the screens to assistive technology', () => {
  const kept = new KeptWindow(LOOK)
  let app: RunningApp

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  it.each(IN_A_KEPT_WINDOW)(NOTHING_OBJECTED_TO, async ({ reach }) => {
    const screen = await kept.begin(app)
    await reach(screen)
    await expectNothing(screen.page)
  })

  it.each(IN_THEIR_OWN_WINDOW)(NOTHING_OBJECTED_TO, async ({ before = nothing, reach }) => {
    const page = await app.openOn(before, LOOK)
    onTestFinished(() => app.leave(page))
    await reach(await screenOf(page))
    await expectNothing(page)
  })
})
