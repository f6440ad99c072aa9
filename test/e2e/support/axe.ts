import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    readonly axe: { readonly run: (options: RunOptions) => Promise<AxeResults> }
  }
}

/** Beside what axe looks at by itself: how large a target is, and that nothing lies outside the landmarks. */
const RULES: RunOptions = {
  resultTypes: ['violations'],
  rules: { 'target-size': { enabled: true }, region: { enabled: true } },
}
/** Another theme has other colours, and nothing else. */
const COLOURS: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

/** Everything axe finds, as lines a person can act on. */
async function violations(page: Page, rules: RunOptions): Promise<readonly string[]> {
  // Colours are measured as they are, so nothing may be half faded in.
  await page.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
  const results = await page.evaluate((options) => window.axe.run(options), rules)
  return results.violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${impact ?? ''} ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
}

/** Looks at a page in either theme, which must have nothing that axe objects to. */
export async function expectNothing(page: Page): Promise<void> {
  // The page's policy lets no script in but its own; evaluation by the test is not a script of the page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const light = await violations(page, RULES)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor()
  expect({ light, dark: await violations(page, COLOURS) }).toEqual({ light: [], dark: [] })
}
