import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { DetailedRun } from '#main/engine/index.ts'
import type { Variant } from '#shared/analysis.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import { PATIENT } from '../../patience.ts'

/** An account that lies in the store of the window, with what the engine makes of it when it is asked in the test. */
export interface ShownAccount {
  /** What it was generated from, so that a failure tells which it was. */
  readonly name: string
  readonly catalog: Catalog
  readonly scenario: Scenario
  readonly variants: readonly Variant[]
  readonly run: DetailedRun
}

export interface Looked {
  readonly page: Page
  readonly account: ShownAccount
}

/** The name of a plan of the account's catalogue. */
export const planName = ({ catalog }: ShownAccount, plan: string): string =>
  catalog.plans.find(({ id }) => id === plan)?.name ?? plan

/** Presses at once, whatever moves on the page: that buttons can be pressed by hand is shown by other tests. */
export const press = (button: Locator): Promise<void> =>
  button.evaluate((element) => {
    if (element instanceof HTMLElement) element.click()
  })

/** Presses until it is as it should be: what is shown may give way to the next account under the hand. */
async function pressUntil(button: Locator, isSo: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(async () => {
      if (!(await isSo()) && (await button.count()) === 1) await press(button)
      return isSo()
    }, PATIENT)
    .toBe(true)
}

/** Shows a chart as its table, where it is not one already. */
export const asTable = (section: Locator): Promise<void> =>
  pressUntil(section.getByRole('button', { name: 'Show as table', exact: true }), () =>
    section.getByRole('button', { name: 'Show as chart', exact: true }).isVisible(),
  )

/** Chooses in a row of choices. */
export function choose(of: Locator, group: string, choice: string): Promise<void> {
  const radio = of.getByRole('radiogroup', { name: group }).getByRole('radio', { name: choice, exact: true })
  return pressUntil(radio, async () => (await radio.count()) === 1 && radio.isChecked())
}
