import { z } from 'zod'
import type { OnProgress } from '#main/engine/index.ts'
import { readBundle } from '#main/export/bundle.ts'
import { stateOf } from '#main/store/state.ts'
import { DocumentId, DocumentName } from '#shared/library.ts'
import { Problem, type Result, succeed } from '#shared/problem.ts'
import { contentHere, noticesOf, verified } from './bundled-scenario.ts'

/**
 * A bundle that was read and can be billed, as the library takes it in: its content is written out, so that whoever
 * takes it in does not read it once more.
 */
export const BundleForLibrary = z.strictObject({
  id: DocumentId,
  name: DocumentName,
  /** Canonical JSON. */
  content: z.string(),
  /** What the person should know although nothing is wrong. */
  notices: z.array(Problem),
})
export type BundleForLibrary = z.infer<typeof BundleForLibrary>

/** Reads the text of a bundle whole; refused as `readBundle` and `verified` are. */
export function readForLibrary(text: string, onProgress?: OnProgress): Result<BundleForLibrary> {
  const bundle = readBundle(text, () => onProgress?.(1, 4))
  if (!bundle.ok) return bundle
  onProgress?.(2, 4)
  const sound = verified(bundle.value)
  if (!sound.ok) return sound
  onProgress?.(3, 4)
  const { id, name } = sound.value
  const { content } = stateOf(name, { kind: 'scenario', content: contentHere(sound.value) })
  return succeed({ id, name, content, notices: noticesOf(sound.value) })
}
