import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Who goes through the program with a mouse or with keys alone; every click, key and character is counted. */
export interface Person {
  readonly click: (what: Locator) => Promise<void>
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Goes on by Tab, or back by Shift+Tab, until keys go there. */
  readonly tabTo: (what: Locator, way?: 'on' | 'back') => Promise<void>
  /** Runs a command by words of its name, which must find it first. */
  readonly command: (words: string, name: RegExp) => Promise<void>
  readonly clicks: () => number
  /** Keys pressed and characters typed. */
  readonly keys: () => number
  /** Prints what it took; the seconds are of this machine, and no person's. */
  readonly tell: (journey: string) => void
}

/** Somebody who has the program before them from now on. */
export function personAt(page: Page): Person {
  const began = performance.now()
  let clicks = 0
  let keys = 0
  const press = async (...pressed: readonly string[]) => {
    for (const key of pressed) {
      keys += 1
      await page.keyboard.press(key)
    }
  }
  const type = async (text: string) => {
    keys += text.length
    await page.keyboard.type(text)
  }
  return {
    click: async (what) => {
      clicks += 1
      await what.click()
    },
    press,
    type,
    tabTo: async (what, way = 'on') => {
      await what.waitFor()
      while (!(await what.evaluate((element) => element === document.activeElement)))
        await press(way === 'on' ? 'Tab' : 'Shift+Tab')
    },
    command: async (words, name) => {
      await press('ControlOrMeta+k')
      await focused(page.getByRole('combobox', { name: 'Command, place or scenario' }))
      await type(words)
      await page.getByRole('option', { name, selected: true }).waitFor()
      await press('Enter')
    },
    clicks: () => clicks,
    keys: () => keys,
    tell: (journey) =>
      void process.stdout.write(
        `${journey}: ${String(clicks)} clicks, ${String(keys)} keys, ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
      ),
  }
}

/** Waits until keys go there. */
export async function focused(what: Locator): Promise<void> {
  await expect.poll(() => what.evaluate((element) => element === document.activeElement)).toBe(true)
}
