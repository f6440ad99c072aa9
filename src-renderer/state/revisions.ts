import { create } from 'zustand'
import type { Revision } from '#shared/library.ts'
import { call } from './backend.ts'
import { reasonOf } from './open-scenario.ts'

/** The revisions of the open scenario, newest first, while they are listed. */
export interface Revisions {
  readonly of: string | null
  readonly revisions: readonly Revision[]
  readonly problem: string | null
}

export const useRevisions = create<Revisions>(() => ({ of: null, revisions: [], problem: null }))

/** Reads the revisions of a scenario up to its newest one, unless exactly those are there already. */
export async function loadRevisions(id: string, newest: number): Promise<void> {
  const known = useRevisions.getState()
  if (known.of === id && known.revisions[0]?.revision === newest) return
  if (known.of !== id) useRevisions.setState({ of: id, revisions: [], problem: null })
  const answer = await call('library.revisions', { id })
  if (useRevisions.getState().of !== id) return
  useRevisions.setState(
    answer.ok ? { revisions: answer.value, problem: null } : { problem: reasonOf(answer.problems) },
  )
}

/** Names a version, or takes its name away; the reason where that was refused. */
export async function nameVersion(id: string, revision: number, name: string | null): Promise<string | null> {
  const answer = await call('library.nameVersion', { id, revision, name })
  if (!answer.ok) return reasonOf(answer.problems)
  useRevisions.setState(({ revisions }) => ({
    revisions: revisions.map((known) => (known.revision === revision ? answer.value : known)),
  }))
  return null
}
