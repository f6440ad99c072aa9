import type { Locator, Page } from 'playwright-core'

/** The Compare screen as a person finds their way on it: by role and name. */
export interface Screen {
  readonly page: Page
  readonly headline: Locator
  readonly detail: Locator
  readonly slider: Locator
  readonly marker: Locator
  readonly usage: Locator
  readonly curves: Locator
  readonly rank: Locator
  readonly months: Locator
  /** The row of one plan in the ranking. */
  readonly row: (plan: string) => Locator
  /** The texts of a row: rank, plan, then the figures. */
  readonly cells: (plan: string) => Promise<readonly string[]>
  readonly setUsage: (usage: number) => Promise<void>
  readonly pickCatalog: (name: string) => Promise<void>
  /** Chooses in a row of choices such as the months or the usage pattern. */
  readonly choose: (group: string, choice: string) => Promise<void>
  /** Turns a switch by its label. */
  readonly toggle: (name: string) => Promise<void>
  /** Chooses a plan to see it month by month. */
  readonly focus: (plan: string) => Promise<void>
}

export async function screenOf(page: Page): Promise<Screen> {
  const headline = page.getByRole('heading', { level: 1 })
  const rank = page.getByRole('region', { name: 'Plans by rank' })
  const row = (plan: string) =>
    rank.getByRole('row').filter({ has: page.getByRole('button', { name: plan, exact: true }) })
  const usage = page.getByRole('textbox', { name: 'Credits a month' })
  const choose = (group: string, choice: string) =>
    page.getByRole('radiogroup', { name: group }).getByText(choice, { exact: true }).click()
  await row('Creator').waitFor()
  return {
    page,
    headline,
    detail: headline.locator('+ p'),
    slider: page.getByRole('slider', { name: 'Monthly usage', exact: true }),
    marker: page.getByRole('slider', { name: 'Monthly usage in the chart' }),
    usage,
    curves: page.getByRole('region', { name: 'Cost by usage', exact: true }),
    rank,
    months: page.getByRole('region', { name: 'Month by month', exact: true }),
    row,
    cells: (plan) => row(plan).getByRole('gridcell').or(row(plan).getByRole('rowheader')).allInnerTexts(),
    setUsage: async (value) => {
      await usage.fill(String(value))
      await headline.filter({ hasText: `${value.toLocaleString('en-US')} credits a month` }).waitFor()
    },
    pickCatalog: async (name) => {
      await page.getByRole('combobox', { name: 'Catalogue' }).click()
      await page.getByRole('option', { name }).click()
    },
    choose,
    toggle: (name) => page.locator('label').filter({ hasText: name }).click(),
    focus: (plan) => row(plan).getByRole('button', { name: plan, exact: true }).click(),
  }
}

/** Waits until it is on the screen; a test fails by what it waited for. */
export const shown = (what: Locator): Promise<boolean> => what.waitFor().then(() => true)

export const gone = (what: Locator): Promise<boolean> => what.waitFor({ state: 'detached' }).then(() => true)

export const ANY_CALL = '**/api/**'

/**
 * Lets no call through any more. Taking `ANY_CALL` off its route lets them through again, but for the one by which the
 * page itself tries whether somebody answers: what a person does comes first then, however slow the machine.
 */
export async function stopAnswers(page: Page): Promise<void> {
  for (const calls of ['**/api/settings.get', ANY_CALL])
    await page.route(calls, (route) => route.abort('connectionrefused'))
}
