import type { ScenarioContent } from '#shared/library.ts'
import type { Scenario } from '#shared/scenario.ts'
import { LANDING } from '#renderer/state/inputs.ts'
import { newContent } from '#renderer/state/scenario-inputs.ts'

/** The worked example as a document holds it, with what a test is about spelled out. */
export function content(changes: Partial<Scenario> = {}, shows?: ScenarioContent['shows']): ScenarioContent {
  const made = newContent('Example', LANDING, '2026-11-20', () => [])
  return { scenario: { ...made.scenario, ...changes }, shows: shows ?? made.shows }
}
