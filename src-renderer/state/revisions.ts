import { useEffect } from 'react'
import type { Revision } from '#shared/library.ts'
import { answers, call, useAnswer } from './answers.ts'
import { reasonOf } from './open-scenario.ts'

const NONE: readonly Revision[] = []

/** The revisions of a scenario up to its newest one, newest first. */
export function useRevisions(
  id: string,
  newest: number,
): { readonly revisions: readonly Revision[]; readonly problem: string | null } {
  const { value: revisions = NONE, refused } = useAnswer('library.revisions', { id })
  const known = revisions[0]?.revision
  useEffect(() => {
    if (known !== undefined && known !== newest) void answers.outdate(['library.revisions'])
  }, [known, newest])
  return { revisions, problem: refused.length > 0 ? reasonOf(refused) : null }
}

/** Names a version, or takes its name away; the reason where that was refused. */
export async function nameVersion(id: string, revision: number, name: string | null): Promise<string | null> {
  const answer = await call('library.nameVersion', { id, revision, name })
  return answer.ok ? null : reasonOf(answer.problems)
}
