import type { z } from 'zod'
import { ScenarioContent } from '#shared/library.ts'
import type { Scenario } from '#shared/scenario.ts'

/** A teaching example as it is written down: a question, what to look for in the results, and the account to see it on. */
export interface TeachingExample {
  /** Names it for good: documents that were made of it remember it. */
  readonly id: string
  readonly name: string
  readonly question: string
  /** Two or three sentences whose every figure the engine comes to. */
  readonly lookFor: string
  readonly tags: readonly string[]
  readonly shows: ScenarioContent['shows']
  /** On a preset catalogue; its name is the example's. */
  readonly scenario: Omit<z.input<typeof Scenario>, 'name' | 'schemaVersion'>
}

/** What a document made of it holds. */
export const contentOf = ({
  id,
  name,
  question,
  lookFor,
  tags,
  shows,
  scenario,
}: TeachingExample): ScenarioContent =>
  ScenarioContent.parse({
    scenario: { ...scenario, schemaVersion: 1, name },
    shows,
    about: { question, lookFor, tags, example: id },
  })
