import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'
import { type Screen, screenOf } from './screen.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    readonly axe: { readonly run: () => Promise<AxeResults> }
  }
}

/** Everything axe finds, as lines a person can act on. */
async function violations(page: Page): Promise<readonly string[]> {
  // The page's policy lets no script in but its own; evaluation by the test is not a script of the page.
  await page.evaluate(AXE)
  const results = await page.evaluate(() => window.axe.run())
  return results.violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${impact ?? ''} ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
}

/** Every state of the screen that looks different. */
const STATES: readonly { readonly name: string; readonly reach: (screen: Screen) => Promise<unknown> }[] = [
  { name: 'as it opens', reach: () => Promise.resolve() },
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
    name: 'with the catalogues open',
    reach: async (screen) => {
      await screen.page.getByRole('combobox', { name: 'Catalogue' }).click()
      await screen.page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'with a contract’s terms open and a mistake in them',
    reach: async (screen) => {
      await screen.focus('Enterprise')
      await screen.page.getByRole('button', { name: 'Edit terms' }).click()
      await screen.page.getByRole('textbox', { name: 'Price a month' }).fill('lots')
      await screen.page.getByText('Expected an amount of money').waitFor()
    },
  },
  {
    name: 'with its engine gone',
    reach: async (screen) => {
      await screen.page.route('**/api/**', (route) => route.abort('connectionrefused'))
      await screen.usage.fill('900000')
      await screen.page.getByRole('alert').waitFor()
    },
  },
]

describeInChromium('the Compare screen to assistive technology', () => {
  let app: RunningApp

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
    it.each(STATES)('has nothing axe objects to $name', async ({ reach }) => {
      const page = await app.open({ theme, reducedMotion: true })
      await reach(await screenOf(page))
      // Colours are measured as they are, so nothing may be half faded in.
      await page.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
      expect(await violations(page)).toEqual([])
      await page.context().close()
    })
  })
})
