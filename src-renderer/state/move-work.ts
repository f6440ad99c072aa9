import type { ModelMove } from '#shared/analysis.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import { type Result, succeed } from '#shared/result.ts'
import { answers } from './answers.ts'
import { contentNow, editAccount } from './draft.ts'

/** Moves a share of one model's work to another as one edit; the engine splits the streams. */
export async function moveWork(move: ModelMove, label: string): Promise<Result<null>> {
  const usage = contentNow()?.scenario.usage
  if (!usage) return succeed(null)
  const answer = await answers.ask('scenarios.moveWork', { usage, move })
  if (!answer.ok) return answer
  const asked = canonicalJson(usage)
  // Of other streams than were split, by somebody else or meanwhile, nothing is known.
  editAccount(label, (account) =>
    canonicalJson(account.usage) === asked ? { ...account, usage: answer.value } : account,
  )
  return succeed(null)
}
