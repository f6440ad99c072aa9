import type { WindowContent } from '#shared/window-document.ts'
import { LANDING } from '#renderer/state/inputs.ts'
import { newContent } from '#renderer/state/scenario-inputs.ts'

/** The worked example as a window has it, with what a test is about spelled out. */
export function content(
  changes: Partial<WindowContent['scenario']> = {},
  shows?: WindowContent['shows'],
): WindowContent {
  const made = newContent('Example', LANDING, '2026-11-20', () => [])
  return {
    scenario: { ...made.scenario, usageEvents: { kept: made.scenario.usageEvents.length }, ...changes },
    shows: shows ?? made.shows,
  }
}
