import { afterAll, beforeAll, it, onTestFinished } from 'vitest'
import { goTo, LOOK, type LookedAt, NOTHING_OBJECTED_TO } from './looked-at.ts'
import { pastePeople, selectThree } from './people-screen.ts'
import { PRESENTED } from './presenting-screen.ts'
import { type Screen, screenOf } from './screen.ts'
import { RESULT_TABLES } from './result-tables-screen.ts'
import {
  changesOfAYear,
  EIGHT_VARIANTS,
  FIVE_CHANGES,
  leaveAccount,
  leaveCreator,
  leaveScenario,
  THIRTY_PEOPLE,
} from './support/account-store.ts'
import { A_SEASON, IN_STEPS, leaveUsage, manyStreams } from './support/usage-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { leaveTeam, SIXTY_PEOPLE, THREE_WORKSPACES } from './support/team-store.ts'
import { showSeats, showWorkspaces } from './seats-screen.ts'
import { expectNothing } from './support/axe.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { PRO_WITH_A_SEASON } from './support/scenario-store.ts'

/** An upgrade that is moved beyond the end of the run. */
async function refusedChange(screen: Screen): Promise<void> {
  await goTo(screen, 'Account')
  await screen.page.getByRole('button', { name: 'Edit 12 Mar 2026: Upgrade to Business, new cycle' }).click()
  await screen.page.getByRole('textbox', { name: 'On', exact: true }).fill('1 Mar 2031')
  await screen.page.getByText('It would be refused.').waitFor()
}

const STATES: readonly LookedAt[] = [
  {
    name: 'on an account beside eight variants, one of them open, with the best day to move up',
    before: leaveCreator(EIGHT_VARIANTS),
    reach: async (screen) => {
      const { page } = screen
      await goTo(screen, 'Account')
      await page.getByRole('tab', { name: 'Variants' }).click()
      await page.getByRole('region', { name: 'Both failures' }).getByText('in force').waitFor()
      await page.getByRole('button', { name: 'Twice the usage', exact: true }).click()
      await page.getByRole('group', { name: 'Change Twice the usage' }).waitFor()
      await page.getByRole('button', { name: 'Best upgrade date' }).click()
      await page.getByRole('button', { name: 'Add this upgrade' }).waitFor()
    },
  },
  ...PRESENTED.map(({ name, left, reach }) => ({
    name: `before a customer ${name}`,
    before: left,
    reach,
  })),
  {
    name: 'with the seats of sixty people, one of whom is chosen and asked about',
    before: leaveTeam(SIXTY_PEOPLE),
    reach: showSeats,
  },
  {
    name: 'with three workspaces and what they would cost apart',
    before: leaveTeam(THREE_WORKSPACES),
    reach: showWorkspaces,
  },
  ...RESULT_TABLES.map(({ name, reach }) => ({
    name: `on an account with ${name}`,
    before: leaveScenario(THIRTY_PEOPLE),
    reach: async (screen: Screen) => {
      await goTo(screen, 'Account')
      await reach(screen)
    },
  })),
  {
    name: 'with sixty dated changes and the kinds of them to choose from',
    before: leaveAccount(changesOfAYear(60)),
    reach: async (screen) => {
      await goTo(screen, 'Account')
      await screen.page.getByRole('button', { name: 'Add a change' }).click()
      await screen.page.getByRole('option', { name: 'Remove a member' }).waitFor()
    },
  },
  {
    name: 'with a dated change that is refused before it is added',
    before: leaveAccount(FIVE_CHANGES),
    reach: refusedChange,
  },
  {
    name: 'with usage month by month, of other months than the account has',
    before: leaveUsage(A_SEASON, 14),
    reach: async (screen) => {
      await goTo(screen, 'Account')
      await screen.page.getByRole('slider', { name: 'Jan 2026' }).focus()
      await screen.page.locator('summary', { hasText: 'Weekdays' }).click()
      await screen.page.getByRole('button', { name: 'Fill with the last month' }).waitFor()
    },
  },
  {
    name: 'with usage in steps, one of them after the last month',
    before: leaveUsage(IN_STEPS, 6),
    reach: async (screen) => {
      await goTo(screen, 'Account')
      await screen.page.getByRole('slider', { name: 'Step 1' }).focus()
    },
  },
  {
    name: 'with streams of usage, one of them open, and work that would move',
    before: leaveUsage(manyStreams(30)),
    reach: async (screen) => {
      await goTo(screen, 'Account')
      await screen.page.getByRole('button', { name: 'Move work to another model' }).click()
      await screen.page.getByText('Cannot be told').waitFor()
      await screen.page
        .getByRole('button', { name: /^More of/ })
        .first()
        .click()
      await screen.page.getByRole('button', { name: 'Duplicate', exact: true }).waitFor()
    },
  },
  {
    name: 'with streams being pasted, of which some are not taken',
    before: leaveUsage(manyStreams(1)),
    reach: async (screen) => {
      await goTo(screen, 'Account')
      await screen.page.getByRole('button', { name: 'Paste usage' }).click()
      await screen.page
        .getByRole('textbox', { name: 'The usage' })
        .fill('Text to Speech;Flash v2;7\nMusic;Standard;3')
      await screen.page.getByText('1 row will be added, 1 row will be left out.').waitFor()
    },
  },
  {
    name: 'on an account with people, of whom some are selected and one is renamed',
    reach: async (screen) => {
      await pastePeople(screen)
      await screen.page.getByRole('button', { name: 'Add 60' }).click()
      await screen.page.getByText('Added 60.').waitFor()
      await selectThree(screen)
      await screen.page.keyboard.press('F2')
      await screen.page.getByRole('textbox', { name: 'New name of Person 03' }).waitFor()
    },
  },
  {
    name: 'with people being pasted, of whom some are refused',
    reach: async (screen) => {
      await pastePeople(screen)
      await screen.page.getByRole('list', { name: 'Rows that will be left out' }).waitFor()
    },
  },
  {
    name: 'with the months of an account and what makes one up',
    before: leaveScenario(PRO_WITH_A_SEASON),
    reach: async (screen) => {
      await goTo(screen, 'Account')
      await screen.page.getByRole('group', { name: 'Billing periods as a chart' }).press('ArrowRight')
      await screen.page.keyboard.press('Enter')
      const made = screen.page.getByRole('region', { name: 'What makes up April 2026' })
      await made.getByText('$99.00').first().waitFor()
    },
  },
  {
    name: 'with the credits of an account and a day of them',
    before: leaveScenario(PRO_WITH_A_SEASON),
    reach: async (screen) => {
      await goTo(screen, 'Account')
      await screen.page.getByRole('tab', { name: 'Credits' }).click()
      await screen.page.getByRole('group', { name: 'Credits on hand as a chart' }).press('ArrowRight')
      await screen.page.keyboard.press('Enter')
      await screen.page.getByRole('region', { name: 'What happened: 1 Apr 2026' }).waitFor()
    },
  },
  {
    name: 'with the credits of an account as tables',
    before: leaveScenario(PRO_WITH_A_SEASON),
    reach: async (screen) => {
      await goTo(screen, 'Account')
      await screen.page.getByRole('tab', { name: 'Credits' }).click()
      await screen.page.getByRole('group', { name: 'Credits on hand as a chart' }).waitFor()
      await screen.page.getByRole('button', { name: 'Show as table' }).click()
      await screen.page.getByRole('grid', { name: 'What happened' }).waitFor()
    },
  },
]

const nothing = (): void => undefined

describeInChromium('the Account screen to assistive technology', () => {
  let app: RunningApp

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  it.each(STATES)(NOTHING_OBJECTED_TO, async ({ before = nothing, reach }) => {
    const page = await app.openOn(before, LOOK)
    onTestFinished(() => app.leave(page))
    await reach(await screenOf(page))
    await expectNothing(page)
  })
})
