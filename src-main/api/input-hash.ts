import { createHash } from 'node:crypto'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'

/**
 * SHA-256 of a scenario as the engine saw it, defaults filled in and catalogue written out, so that two runs
 * with one hash had one input, however it was worded. What the scenario expects of its result is not billed, and so
 * not in it. `eventsText` is the canonical JSON of its usage events, where that was written already.
 */
export function inputHash(scenario: Scenario, catalog: Catalog, eventsText?: string): string {
  const { expect: _expect, ...billed } = { ...scenario, catalog }
  const hash = createHash('sha256')
  // As canonical JSON has it, field by field: no text need hold both the usage events and the rest.
  for (const [index, [field, value]] of fieldsOf(billed).entries()) {
    hash.update(`${index === 0 ? '{' : ','}${JSON.stringify(field)}:`)
    hash.update(field === 'usageEvents' && eventsText !== undefined ? eventsText : canonicalJson(value))
  }
  return hash.update('}').digest('hex')
}

const fieldsOf = (billed: object): readonly (readonly [string, unknown])[] =>
  Object.entries(billed)
    .filter(([, value]) => value !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
