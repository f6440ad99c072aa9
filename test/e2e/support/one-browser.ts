import { chromium } from 'playwright-core'
import { JOINED } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'

/** Starts the one browser that all test files share; each page has a context of its own. */
export default async function oneBrowser(): Promise<(() => Promise<void>) | undefined> {
  const executablePath = findChromium()
  if (!executablePath) return undefined
  const server = await chromium.launchServer({ executablePath, args: [...chromiumFlags()] })
  process.env[JOINED] = server.wsEndpoint()
  return () => server.close()
}
