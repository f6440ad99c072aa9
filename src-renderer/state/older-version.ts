import type { Result } from '#shared/result.ts'
import { answers } from './answers.ts'
import type { OlderVersion } from './library.ts'

/** Damage takes neighbours on a disk; of a document that has lost more than this a backup is the better way. */
const MOST_TRIED = 50

/** Whether a document is there, and damaged in its last state. */
export const isDamaged = (opening: Result<unknown>): boolean =>
  !opening.ok && opening.problems.some(({ code }) => code === 'document.damaged')

/** The newest version of a document that can be read; null where none of those looked at can. */
export async function newestReadable(id: string): Promise<OlderVersion | null> {
  const revisions = await answers.ask('library.revisions', { id })
  if (!revisions.ok) return null
  for (const { revision, at } of revisions.value.slice(0, MOST_TRIED)) {
    const read = await answers.ask('library.revision', { id, revision })
    if (read.ok) return { id, revision, at }
  }
  return null
}
