import { chromium, type Browser } from 'playwright-core'
import { chromiumFlags, findChromium, HOW_TO_GET_CHROMIUM } from './chromium.ts'

/** Starts the system's Chromium. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(`Cannot open a page: ${HOW_TO_GET_CHROMIUM}.`)
  return chromium.launch({ executablePath, args: [...chromiumFlags()] })
}
