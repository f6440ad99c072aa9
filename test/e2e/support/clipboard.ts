import { mkdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { SHARED_FOLDER } from './browser.ts'

/**
 * What is copied and then looked at, or written and then pasted, while no other test does: the pages of one browser
 * share its clipboard.
 */
export async function withClipboard<T>(page: Page, work: () => Promise<T>): Promise<T> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const folder = process.env[SHARED_FOLDER]
  // A browser of one's own has a clipboard of one's own.
  if (folder === undefined) return work()
  const taken = join(folder, 'clipboard')
  await expect.poll(() => isMade(taken)).toBe(true)
  try {
    return await work()
  } finally {
    rmdirSync(taken)
  }
}

/** Making a folder succeeds for one of all who try. */
function isMade(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}
