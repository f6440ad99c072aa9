import { elevenLabs202604 } from '#main/catalogs/elevenlabs-2026-04/index.ts'
import { run, runSummary } from '#main/engine/index.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { Scenario } from '#shared/scenario.ts'
import { valueOf } from '../../engine/support/build.ts'

/** What the engine comes to for an account on Creator, with what a test is about spelled out. */
export function summaryOf(changes: Partial<Scenario> = {}): ResultSummary {
  const scenario = Scenario.parse({
    schemaVersion: 1,
    name: 'Example',
    catalog: 'elevenlabs-2026-04',
    plan: 'creator',
    start: '2026-01-01',
    months: 1,
    usage: { kind: 'pattern', monthly: '100000', pattern: { kind: 'flat' } },
    ...changes,
  })
  const result = valueOf(run(elevenLabs202604, scenario))
  return runSummary(elevenLabs202604, { ...result, inputHash: 'a'.repeat(64) }, result.separateAccounts)
}
