import { createHash } from 'node:crypto'
import { canonicalJson } from '#shared/canonical-json.ts'

/**
 * SHA-256 of a scenario as the engine saw it, defaults filled in and catalogue written out, so that two runs
 * with one hash had one input, however it was worded.
 */
export function inputHash(input: unknown): string {
  return createHash('sha256').update(canonicalJson(input)).digest('hex')
}
