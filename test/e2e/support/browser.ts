import { chromium, type Browser } from 'playwright-core'
import { chromiumFlags, findChromium, HOW_TO_GET_CHROMIUM } from './chromium.ts'

/** Names where a browser that runs already is joined. */
export const JOINED = 'TIERWISE_JOINED_CHROMIUM'
/** Names a folder of all who have joined it. */
export const SHARED_FOLDER = 'TIERWISE_SHARED_FOLDER'

/** Joins the Chromium that the test run has started, or starts the system's; what is closed are one's own pages. */
export function launchBrowser(): Promise<Browser> {
  const running = process.env[JOINED]
  if (running !== undefined) return chromium.connect(running)
  const executablePath = findChromium()
  if (!executablePath) throw new Error(`Cannot open a page: ${HOW_TO_GET_CHROMIUM}.`)
  return chromium.launch({ executablePath, args: [...chromiumFlags()] })
}
