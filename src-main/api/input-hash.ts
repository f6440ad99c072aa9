import { createHash } from 'node:crypto'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'

/**
 * SHA-256 of a scenario as the engine saw it, defaults filled in and catalogue written out, so that two runs
 * with one hash had one input, however it was worded. What the scenario expects of its result is not billed, and so
 * not in it.
 */
export function inputHash(scenario: Scenario, catalog: Catalog): string {
  const billed = { ...scenario, catalog, expect: undefined }
  return createHash('sha256').update(canonicalJson(billed)).digest('hex')
}
