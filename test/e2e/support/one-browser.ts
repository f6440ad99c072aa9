import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { JOINED, SHARED_FOLDER } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'

/** Starts the one browser that all test files share; each page has a context of its own. */
export default async function oneBrowser(): Promise<(() => Promise<void>) | undefined> {
  const executablePath = findChromium()
  if (!executablePath) return undefined
  const server = await chromium.launchServer({ executablePath, args: [...chromiumFlags()] })
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-shared-'))
  process.env[JOINED] = server.wsEndpoint()
  process.env[SHARED_FOLDER] = folder
  return async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  }
}
