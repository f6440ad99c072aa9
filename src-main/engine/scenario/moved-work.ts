import type { ModelMove } from '#shared/analysis.ts'
import { MOST_PEOPLE } from '#shared/bounds.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { ModelledUsage, UsageStream } from '#shared/usage.ts'
import { creditsText, toMicros } from '../exact/amount.ts'
import { MARK, mixed } from './model-mix.ts'

/**
 * Modelled usage with a share of one model's work moved to another model, as a variant with this move bills it. A part that
 * moves joins the part of the same stream that did so before and is alike in all but how much it is, so that streams and
 * their ids are no more and no longer however often work moves to and fro. Refused: a move of which there is nothing, and
 * one that makes more streams than a scenario may have.
 */
export function movedWork(usage: ModelledUsage, move: ModelMove): Result<ModelledUsage> {
  const moved = mixed({ usage, usageEvents: [] }, [move])
  if (moved.idle.length > 0)
    return refuse({
      code: 'usage.nothing_to_move',
      message: `No stream uses ${move.product} with ${move.from}, so nothing of it can move to another model.`,
      path: 'move.from',
    })
  if (moved.usage.kind !== 'streams' || usage.kind !== 'streams') return succeed(moved.usage)
  const streams = joined(moved.usage.streams, usage.streams.length)
  if (streams.length > MOST_PEOPLE)
    return refuse({
      code: 'usage.too_many_streams',
      message: `Each stream of which a part moves becomes two, and a scenario holds at most ${MOST_PEOPLE} streams.`,
      path: 'usage.streams',
    })
  return succeed({ ...usage, streams: [...streams] })
}

/** The streams, of which those from the place `kept` on are parts that moved just then. */
function joined(streams: readonly UsageStream[], kept: number): readonly UsageStream[] {
  const all = streams.slice(0, kept)
  const ids = new Set(all.map(({ id }) => id))
  const places = new Map(all.map((stream, place) => [kindOf(stream), place]))
  for (const part of streams.slice(kept)) {
    const place = places.get(kindOf(part))
    const other = place === undefined ? undefined : all[place]
    const sum = other && toMicros(other.monthly) + toMicros(part.monthly)
    if (place !== undefined && other && sum !== undefined && Number.isSafeInteger(sum)) {
      all[place] = { ...other, monthly: creditsText(sum) }
      continue
    }
    const id = unusedId(rootOf(part.id), ids)
    ids.add(id)
    all.push({ ...part, id })
  }
  return all
}

/**
 * What streams have in common that may be one: all but how much they are, and what they were called before any move. A part
 * has its fields in the order of the stream that it is of.
 */
const kindOf = ({ id, monthly: _monthly, ...rest }: UsageStream): string =>
  JSON.stringify({ id: rootOf(id), ...rest })

/** What moves have put at an id's end. */
const MOVED = new RegExp(`(?:(?:${MARK})+\\d+)+$`)

const rootOf = (id: string): string => id.replace(MOVED, '')

/** Counted from 1, as people do. */
function unusedId(root: string, ids: ReadonlySet<string>): string {
  let number = 1
  while (ids.has(`${root}${MARK}${number}`)) number += 1
  return `${root}${MARK}${number}`
}
