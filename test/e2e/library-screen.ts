import type { Locator, Page } from 'playwright-core'

/** The Scenarios screen as a person finds their way on it. */
export interface LibraryScreen {
  readonly page: Page
  readonly list: Locator
  readonly row: (name: string) => Locator
  /** Names from top to bottom. */
  readonly names: () => Promise<readonly string[]>
  /** A button of the toolbar. */
  readonly press: (name: string) => Promise<void>
  readonly report: Locator
}

/** What is said where no row is. */
const NO_ROWS = /^(There is no scenario|The bin is empty|Nothing holds|The scenarios cannot be read now)/

export async function libraryOf(page: Page): Promise<LibraryScreen> {
  await page.getByRole('link', { name: 'Scenarios' }).click()
  const list = page.getByRole('grid')
  const names = list.getByRole('rowheader')
  // Keys that are pressed before the rows are there go to the list as a whole.
  await names.or(page.getByText(NO_ROWS)).first().waitFor()
  return {
    page,
    list,
    row: (name) => list.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) }),
    names: async () =>
      (await names.allInnerTexts()).map((text) =>
        text
          .replace(/\s*open$/, '')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      ),
    press: (name) => page.getByRole('main').getByRole('button', { name, exact: true }).click(),
    report: page.getByRole('main').getByRole('status'),
  }
}

/** The open scenario's name on the Compare screen. */
export const openName = (page: Page): Locator =>
  page.getByRole('group', { name: 'Scenario', exact: true }).getByRole('button', { name: /, rename/ })

/** Waits until everything is kept. */
export const saved = (page: Page): Promise<void> =>
  page.getByRole('group', { name: 'Scenario', exact: true }).getByText('Saved', { exact: true }).waitFor()

export const WORKED_EXAMPLE = 'Worked example: Creator at 400,000 credits a month'
