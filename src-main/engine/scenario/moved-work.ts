import type { ModelMove } from '#shared/analysis.ts'
import { MOST_PEOPLE } from '#shared/bounds.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { ModelledUsage } from '#shared/usage.ts'
import { mixed } from './model-mix.ts'

/**
 * Modelled usage with a share of one model's work moved to another model: exactly what a variant with this move bills.
 * Refused: a move of which there is nothing, and one that makes more streams than a scenario may have.
 */
export function movedWork(usage: ModelledUsage, move: ModelMove): Result<ModelledUsage> {
  const moved = mixed({ usage, usageEvents: [] }, [move])
  if (moved.idle.length > 0)
    return refuse({
      code: 'usage.nothing_to_move',
      message: `No stream uses ${move.product} with ${move.from}, so nothing of it can move to another model.`,
      path: 'move.from',
    })
  if (moved.usage.kind === 'streams' && moved.usage.streams.length > MOST_PEOPLE)
    return refuse({
      code: 'usage.too_many_streams',
      message: `Each stream of which a part moves becomes two, and a scenario holds at most ${MOST_PEOPLE} streams.`,
      path: 'usage.streams',
    })
  return succeed(moved.usage)
}
