import type { Source } from '#shared/catalog.ts'

/** The source key of a figure that a scenario agrees on its own; no catalogue may use it. */
export const SCENARIO = 'scenario'

/** What that key stands for: nobody published it, the person who wrote the scenario says so. */
export const scenarioSource = (scenario: { readonly name: string; readonly start: string }): Source => ({
  title: `Terms agreed in the scenario “${scenario.name}”`,
  date: scenario.start,
  basis: 'assumed',
})
