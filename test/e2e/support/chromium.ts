import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

export const HOW_TO_GET_CHROMIUM =
  'no Chromium was found: install Chromium or Chrome (Debian, Ubuntu: apt-get install chromium), or name one in TIERWISE_CHROMIUM'

/** The system's Chromium: the one named by TIERWISE_CHROMIUM, else on the PATH, else where it usually is. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.TIERWISE_CHROMIUM) return env.TIERWISE_CHROMIUM
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name + suffix)))
  return [...onPath, ...USUAL_PLACES].find(isExecutable)
}

/**
 * What a window has that nobody looks at: suggestions below its address bar, and a renderer ahead of time, each a process of
 * its own; and of what Playwright leaves out where nothing is said, what may matter here.
 */
const NOT_NEEDED = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
]

/** What keeps Chromium quiet and off the network; root has no user namespace to sandbox in. */
export function chromiumFlags(): readonly string[] {
  const flags = [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${NOT_NEEDED.join(',')}`,
    '--no-first-run',
  ]
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
