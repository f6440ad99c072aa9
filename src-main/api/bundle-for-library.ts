import { z } from 'zod'
import type { OnProgress } from '#main/engine/index.ts'
import { readBundle } from '#main/export/bundle.ts'
import { textIn } from '#main/export/text-in.ts'
import { stateOf } from '#main/store/state.ts'
import { DocumentId, DocumentName } from '#shared/library.ts'
import { Problem, refuse, type Result, succeed } from '#shared/problem.ts'
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

/** Reads the bytes of a bundle whole; refused with `file.unreadable`, and as `readBundle` and `verified` are. */
export function readForLibrary(file: Uint8Array, onProgress?: OnProgress): Result<BundleForLibrary> {
  const read = textIn(file)
  if ('why' in read) {
    const message = `The file could not be read: ${read.why}.`
    return refuse({ code: 'file.unreadable', message, path: '' })
  }
  const bundle = readBundle(read.text, () => onProgress?.(1, 4))
  if (!bundle.ok) return bundle
  onProgress?.(2, 4)
  const sound = verified(bundle.value)
  if (!sound.ok) return sound
  onProgress?.(3, 4)
  const { id, name } = sound.value
  const { content } = stateOf(name, { kind: 'scenario', content: contentHere(sound.value) })
  return succeed({ id, name, content, notices: noticesOf(sound.value) })
}
