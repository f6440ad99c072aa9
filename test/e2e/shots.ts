import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { A_SEASON, IN_STEPS, leaveUsage, manyStreams } from './support/usage-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { saved } from './library-screen.ts'
import { pastePeople, selectThree } from './people-screen.ts'
import { PRESENTED, PRESENTED_ON_PAPER } from './presenting-screen.ts'
import { RESULT_TABLES } from './result-tables-screen.ts'
import { type Screen, screenOf } from './screen.ts'
import { showOccupancy, showSeats, showWorkspaces } from './seats-screen.ts'
import {
  changesOfAYear,
  EIGHT_VARIANTS,
  FIVE_CHANGES,
  leaveAccount,
  leaveCreator,
  leaveScenario,
  THIRTY_PEOPLE,
} from './support/account-store.ts'
import { leaveDamagedDocument, leaveDamagedStore } from './support/damaged-store.ts'
import { FULL_HOUSE, leaveTeam, SIXTY_PEOPLE, THREE_WORKSPACES } from './support/team-store.ts'
import { PRO_WITH_A_SEASON } from './support/scenario-store.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SHOTS = join(ROOT, 'shots')
const DOCS = join(ROOT, 'docs')
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const
const THEMES = ['light', 'dark'] as const

type Theme = (typeof THEMES)[number]

const toEnd = (screen: Screen) =>
  screen.page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))

async function visit(screen: Screen, name: string): Promise<void> {
  await screen.page.getByRole('link', { name }).click()
  await screen.page.mouse.move(900, 500)
}

const EXAMPLES = [
  'Overage or upgrade',
  'The rollover trap',
  'Lock a member to free a seat',
  'Annual or monthly',
]

/** Makes scenarios of some teaching examples, and goes to the list. */
async function openExamples(screen: Screen): Promise<void> {
  const { page } = screen
  for (const name of EXAMPLES) {
    await page.getByRole('link', { name: 'Scenarios' }).click()
    await screen.choose('Which scenarios', 'Examples')
    await page.getByRole('button', { name: `Open the example ${name}` }).click()
    await page.getByRole('button', { name: `${name}, rename` }).waitFor()
  }
  await visit(screen, 'Scenarios')
  await screen.choose('Which scenarios', 'In use')
  await page.getByRole('rowheader').nth(EXAMPLES.length).waitFor()
}

/** The account beside its variants, and the plans with both failures. */
async function compareVariants(screen: Screen): Promise<void> {
  await visit(screen, 'Account')
  await screen.page.getByRole('tab', { name: 'Variants' }).click()
  await screen.page.getByRole('region', { name: 'Both failures' }).getByText('in force').waitFor()
}

async function showCredits(screen: Screen): Promise<void> {
  await visit(screen, 'Account')
  await screen.page.getByRole('tab', { name: 'Credits' }).click()
  await screen.page.getByRole('group', { name: 'Credits on hand as a chart' }).waitFor()
}

/** Every state of the screens worth a look. */
const STATES: Readonly<Record<string, (screen: Screen) => Promise<unknown>>> = {
  landing: () => Promise.resolve(),
  months: toEnd,
  hover: async (screen) => {
    await screen.page.mouse.move(900, 380, { steps: 5 })
    await screen.page.locator('h3', { hasText: 'credits a month' }).waitFor()
  },
  'marker-focused': (screen) => screen.marker.press('ArrowRight'),
  dodo: (screen) => screen.pickCatalog('ElevenLabs as Dodo Payments builds it'),
  prepaid: (screen) => screen.pickCatalog('ElevenLabs, October 2026'),
  catalogues: (screen) => screen.page.getByRole('combobox', { name: 'Catalogue' }).click(),
  small: (screen) => screen.setUsage(8_000),
  'no-usage': (screen) => screen.usage.fill('0'),
  large: (screen) => screen.setUsage(20_000_000),
  'beyond-the-range': async (screen) => {
    await screen.choose('Range of usage shown', '100K')
    await screen.setUsage(400_000)
  },
  'overage-off': (screen) => screen.toggle('Overage'),
  'all-block': async (screen) => {
    await screen.toggle('Overage')
    await screen.usage.fill('40000000')
  },
  growth: (screen) => screen.choose('Usage pattern', 'Growth'),
  season: async (screen) => {
    await screen.focus('Creator')
    await screen.choose('Usage pattern', 'Season')
    await toEnd(screen)
  },
  spike: async (screen) => {
    await screen.setUsage(80_000)
    await screen.focus('Creator')
    await screen.choose('Usage pattern', 'Spike')
    await toEnd(screen)
    await screen.months.getByRole('group').press('ArrowRight')
  },
  'ten-years': async (screen) => {
    await screen.page.getByRole('textbox', { name: 'Months' }).fill('120')
    await toEnd(screen)
  },
  blocked: async (screen) => {
    await screen.toggle('Overage')
    await screen.focus('Creator')
    await toEnd(screen)
  },
  tables: async (screen) => {
    await screen.page.keyboard.type('cm')
  },
  terms: async (screen) => {
    await screen.focus('Enterprise')
    await screen.page.getByRole('button', { name: 'Edit terms' }).click()
    await screen.page.getByRole('textbox', { name: 'Price a month' }).fill('lots')
    // Told of beside the field at once, and at the top when it cannot be kept.
    await screen.page.getByText('Not saved: Expected an amount of money').waitFor()
  },
  save: async (screen) => {
    await screen.curves.getByRole('button', { name: 'Save as a file' }).click()
    await screen.page.getByRole('menuitem', { name: 'Chart as PNG' }).waitFor()
  },
  shortcuts: (screen) => screen.page.keyboard.press('?'),
  palette: async (screen) => {
    await screen.page.keyboard.press('Control+k')
    await screen.page.getByRole('option', { name: /^Worked example/ }).waitFor({ state: 'attached' })
  },
  'palette-typed': async (screen) => {
    await screen.page.keyboard.press('Control+k')
    await screen.page.getByRole('combobox', { name: 'Command, place or scenario' }).fill('scen de')
    await screen.page.getByRole('option', { name: /^Delete the scenario/ }).waitFor()
  },
  versions: async (screen) => {
    await screen.setUsage(500_000)
    await saved(screen.page)
    await screen.choose('Subscription billed', 'Annual')
    await saved(screen.page)
    await screen.page.getByRole('button', { name: 'Versions (V)' }).click()
    await screen.page.getByText('Change usage to 500,000').waitFor()
  },
  people: async (screen) => {
    await pastePeople(screen)
    await screen.page.getByRole('button', { name: 'Add 60' }).click()
    await screen.page.getByText('Added 60.').waitFor()
    await selectThree(screen)
  },
  'people-pasted': pastePeople,
  scenarios: async (screen) => {
    await visit(screen, 'Scenarios')
    const press = (name: string) => screen.page.getByRole('main').getByRole('button', { name, exact: true })
    for (let count = 2; count <= 6; count++) {
      await press('Duplicate').click()
      await screen.page.getByRole('row').nth(count).waitFor()
    }
    await press('Delete').click()
    await screen.page.getByRole('status').getByRole('button', { name: 'Undo' }).waitFor()
    await screen.page.getByRole('grid').press('ArrowDown')
  },
  'scenarios-cards': async (screen) => {
    await openExamples(screen)
    await screen.choose('Scenarios shown as', 'Cards')
    await screen.page.getByRole('gridcell').first().getByText('in all').waitFor()
    await screen.page.getByRole('grid').press('ArrowDown')
  },
  'scenarios-two': async (screen) => {
    await openExamples(screen)
    const grid = screen.page.getByRole('grid')
    await grid.press('Home')
    await grid.press('Shift+ArrowDown')
    await screen.page.getByRole('button', { name: 'Compare two…' }).click()
    await screen.page.getByRole('table', { name: 'What they come to' }).waitFor()
  },
  'scenarios-examples': async (screen) => {
    await visit(screen, 'Scenarios')
    await screen.choose('Which scenarios', 'Examples')
    await screen.page.getByRole('list', { name: 'Teaching examples' }).waitFor()
  },
  'scenarios-tagged': async (screen) => {
    await openExamples(screen)
    await screen.page.getByRole('combobox', { name: 'Only with the tag' }).click()
    await screen.page.getByRole('option', { name: 'overage' }).waitFor()
  },
  'scenarios-empty': async (screen) => {
    await visit(screen, 'Scenarios')
    await screen.page.getByRole('main').getByRole('button', { name: 'Delete' }).click()
    await screen.page.getByText('There is no scenario.').waitFor()
  },
  'import-refused': async (screen) => {
    await visit(screen, 'Scenarios')
    const chooser = screen.page.waitForEvent('filechooser')
    await screen.page.getByRole('button', { name: 'Import…' }).click()
    await (await chooser).setFiles({ name: 'broken.tierwise', mimeType: '', buffer: Buffer.from('{}') })
    await screen.page.getByRole('list', { name: 'Problems' }).waitFor()
  },
  settings: async (screen) => {
    await visit(screen, 'Settings')
    await screen.page.getByRole('button', { name: 'Back up now' }).click()
    await screen.page.getByText('made by you').waitFor()
    await screen.page.getByRole('button', { name: 'Check store' }).click()
    await screen.page.getByText('Sound:').waitFor()
  },
  'number-format': async (screen) => {
    await visit(screen, 'Settings')
    await screen.choose('Numbers', '1\u202f234,56')
    await visit(screen, 'Compare')
    await screen.row('Creator').waitFor()
  },
  paper: async (screen) => {
    await screen.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await screen.page.setViewportSize({ width: 750, height: 1200 })
  },
  'dated-changes': (screen) => visit(screen, 'Account'),
  'dated-changes-many': (screen) => visit(screen, 'Account'),
  'dated-change-form': async (screen) => {
    await visit(screen, 'Account')
    await screen.page.getByRole('button', { name: /^Edit 12 Mar 2026: Upgrade/ }).click()
    await screen.page.locator('aside').getByText('Costs ').waitFor()
  },
  ...Object.fromEntries(
    RESULT_TABLES.map(({ id, reach }) => [
      id,
      async (screen: Screen) => {
        await visit(screen, 'Account')
        await reach(screen)
      },
    ]),
  ),
  ...Object.fromEntries([...PRESENTED, PRESENTED_ON_PAPER].map(({ id, reach }) => [id, reach])),
  seats: showSeats,
  'seats-refused': async (screen) => {
    await visit(screen, 'Account')
    await screen.page.getByRole('tab', { name: 'Seats' }).click()
    await screen.page.getByRole('list', { name: 'Refused changes of seats' }).waitFor()
  },
  workspaces: showWorkspaces,
  'workspaces-none': async (screen) => {
    await visit(screen, 'Account')
    await screen.page.getByRole('tab', { name: 'Workspaces' }).click()
    await screen.page.getByText('This account has no workspaces').waitFor()
  },
  timeline: async (screen) => {
    await visit(screen, 'Account')
    await screen.page.getByRole('group', { name: 'Billing periods as a chart' }).waitFor()
  },
  'timeline-chosen': async (screen) => {
    await visit(screen, 'Account')
    await screen.page.getByRole('group', { name: 'Billing periods as a chart' }).press('End')
    await screen.page.keyboard.press('Enter')
    await screen.page.getByRole('region', { name: 'What makes up March 2027' }).waitFor()
  },
  credits: showCredits,
  'credits-table': async (screen) => {
    await visit(screen, 'Account')
    await screen.page.getByRole('tab', { name: 'Credits' }).click()
    await screen.page.getByRole('group', { name: 'Credits on hand as a chart' }).waitFor()
    await screen.page.getByRole('button', { name: 'Show as table' }).click()
  },
  'usage-by-month': async (screen) => {
    await visit(screen, 'Account')
    await screen.page.getByRole('slider', { name: 'Aug 2026' }).focus()
  },
  'usage-in-steps': async (screen) => {
    await visit(screen, 'Account')
    await screen.page.locator('summary', { hasText: 'Weekdays' }).click()
  },
  'usage-by-product': async (screen) => {
    await visit(screen, 'Account')
    await screen.page
      .getByRole('button', { name: /^More of/ })
      .first()
      .click()
  },
  variants: compareVariants,
  'variants-three': compareVariants,
  'variants-none': compareVariants,
  'variant-form': async (screen) => {
    await compareVariants(screen)
    await screen.page.getByRole('button', { name: 'Twice the usage', exact: true }).click()
    await screen.page.getByRole('group', { name: 'Change Twice the usage' }).waitFor()
  },
  'variants-menu': async (screen) => {
    await compareVariants(screen)
    await screen.page.getByRole('button', { name: 'Compare with…' }).click()
    await screen.page.getByRole('option', { name: 'Pro', exact: true }).waitFor()
  },
  'best-upgrade': async (screen) => {
    await compareVariants(screen)
    await screen.page.getByRole('button', { name: 'Best upgrade date' }).click()
    await screen.page.getByRole('combobox', { name: 'Plan to move up to' }).selectOption('any plan above')
    const found = screen.page.getByRole('button', { name: 'Add this upgrade' })
    await found.waitFor()
    await found.scrollIntoViewIfNeeded()
  },
  'store-damaged': (screen) => screen.page.getByRole('alert').getByText('is damaged').waitFor(),
  'scenario-damaged': async (screen) => {
    await visit(screen, 'Scenarios')
    await screen.page.getByRole('rowheader', { name: 'Agents in May' }).click()
    await screen.page.keyboard.press('Enter')
    await screen.page.getByRole('button', { name: /^Go back to / }).waitFor()
  },
  'files-not-opened': async (screen) => {
    const told = ['may', 'june', 'july'].map((month) =>
      JSON.stringify({
        kind: 'openFailed',
        file: `/home/ana/quotes/${month}.tierwise`,
        message: 'This is not a Tierwise file: it does not say that it is one. (format)',
      }),
    )
    const events = { body: `${told.join('\n')}\n` }
    await screen.page.route('**/events', (route) => route.fulfill(events), { times: 1 })
    await screen.page.reload()
    await screen.page.getByText('3 files could not be opened.').waitFor()
  },
  unreachable: async (screen) => {
    await screen.page.route('**/api/**', (route) => route.abort('connectionrefused'))
    await screen.usage.fill('900000')
    await screen.page.getByRole('alert').first().waitFor()
  },
}

/** States of what an earlier run or a failing disk left; all others begin with nothing. */
const LEFT: Readonly<Record<string, (folder: string) => void>> = {
  'dated-changes': leaveAccount(FIVE_CHANGES),
  'dated-changes-many': leaveAccount(changesOfAYear(60)),
  'dated-change-form': leaveAccount(FIVE_CHANGES),
  ...Object.fromEntries(RESULT_TABLES.map(({ id }) => [id, leaveScenario(THIRTY_PEOPLE)])),
  ...Object.fromEntries([...PRESENTED, PRESENTED_ON_PAPER].map(({ id, left }) => [id, left])),
  seats: leaveTeam(SIXTY_PEOPLE),
  'seats-refused': leaveTeam(FULL_HOUSE),
  workspaces: leaveTeam(THREE_WORKSPACES),
  'workspaces-none': leaveTeam(SIXTY_PEOPLE),
  timeline: leaveScenario(PRO_WITH_A_SEASON),
  'timeline-chosen': leaveScenario(PRO_WITH_A_SEASON),
  credits: leaveScenario(PRO_WITH_A_SEASON),
  'credits-table': leaveScenario(PRO_WITH_A_SEASON),
  'usage-by-month': leaveUsage(A_SEASON),
  'usage-in-steps': leaveUsage(IN_STEPS),
  'usage-by-product': leaveUsage(manyStreams(40)),
  variants: leaveCreator(EIGHT_VARIANTS),
  'variants-three': leaveCreator(EIGHT_VARIANTS.slice(3, 6)),
  'variants-none': leaveCreator([]),
  'variant-form': leaveCreator(EIGHT_VARIANTS),
  'variants-menu': leaveCreator([]),
  'best-upgrade': leaveCreator([]),
  'store-damaged': leaveDamagedStore,
  'scenario-damaged': leaveDamagedDocument,
}

async function shoot(
  app: RunningApp,
  file: string,
  theme: Theme,
  viewport: (typeof SIZES)[number],
  reach: (screen: Screen) => Promise<unknown>,
  left?: (folder: string) => void,
): Promise<void> {
  const options = { theme, viewport, reducedMotion: true }
  const page = left ? await app.openOn(left, options) : await app.open(options)
  await reach(await screenOf(page))
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(300)
  await page.screenshot({ path: file })
  await app.leave(page)
}

/** All of them, or those that are named. */
const wanted = process.argv.slice(2)
const states = Object.entries(STATES).filter(([name]) => wanted.length === 0 || wanted.includes(name))

const app = await startApp()
await rm(SHOTS, { recursive: true, force: true })
await mkdir(SHOTS, { recursive: true })
await mkdir(DOCS, { recursive: true })
for (const theme of THEMES) {
  await shoot(app, join(DOCS, `compare-${theme}.png`), theme, SIZES[0], () => Promise.resolve())
  await shoot(app, join(DOCS, `account-${theme}.png`), theme, SIZES[0], showCredits, LEFT['credits'])
  await shoot(app, join(DOCS, `seats-${theme}.png`), theme, SIZES[0], showOccupancy, LEFT['seats'])
  for (const size of SIZES) {
    for (const [name, reach] of states) {
      const file = `${name}-${theme}-${String(size.width)}x${String(size.height)}.png`
      await shoot(app, join(SHOTS, file), theme, size, reach, LEFT[name])
    }
  }
}
await app.close()
process.stdout.write(`${String(states.length * THEMES.length * SIZES.length)} pictures in shots/\n`)
