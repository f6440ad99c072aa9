import { describe } from 'vitest'
import { findChromium, HOW_TO_GET_CHROMIUM } from './chromium.ts'

const missing = findChromium() === undefined
if (missing) process.stderr.write(`Skipping the tests in a browser: ${HOW_TO_GET_CHROMIUM}.\n`)

/** A `describe` that needs the system's Chromium, and is reported as skipped where there is none. */
export const describeInChromium = describe.skipIf(missing)
