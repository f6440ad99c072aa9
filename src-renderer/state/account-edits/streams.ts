import type { UsagePattern, UsageStream, WeekdayProfile } from '#shared/usage.ts'
import type { WindowAccount } from '../draft.ts'
import { freshId } from './fresh-id.ts'
import type { UsedAs } from './own-usage.ts'
import { onWeekdays } from './weekdays.ts'

/** A stream as it was when somebody turned to it. */
export interface StreamAt {
  readonly place: number
  readonly id: string
}

/** What a list says of a stream that is new. */
export interface TakenStream extends UsedAs {
  /** In the product's unit. */
  readonly monthly: string
  readonly member?: string
  readonly apiKey?: string
  readonly workspace?: string
}

/** What may be changed of a stream; undefined takes away who it is of, and its weekday profile. */
export interface StreamChange {
  readonly product?: string
  readonly model?: string
  readonly monthly?: string
  readonly pattern?: UsagePattern
  readonly weekdays?: WeekdayProfile | undefined
  readonly member?: string | undefined
  readonly apiKey?: string | undefined
  readonly workspace?: string | undefined
}

const FLAT: UsagePattern = { kind: 'flat' }

const streamsOf = ({ usage }: Pick<WindowAccount, 'usage'>): readonly UsageStream[] =>
  usage.kind === 'streams' ? usage.streams : []

/** Where a stream is: in its place, or wherever its id has moved to. */
function found(streams: readonly UsageStream[], { place, id }: StreamAt): number {
  return streams[place]?.id === id ? place : streams.findIndex((stream) => stream.id === id)
}

/** The account as it is where its usage is not by streams. */
function withStreams(account: WindowAccount, streams: readonly UsageStream[]): WindowAccount {
  const { usage } = account
  return usage.kind === 'streams' ? { ...account, usage: { ...usage, streams: [...streams] } } : account
}

const idsIn = (streams: readonly UsageStream[]): Set<string> => new Set(streams.map(({ id }) => id))

/** The account with streams of its own ids, each the same every month. */
export function addStreams(account: WindowAccount, taken: readonly TakenStream[]): WindowAccount {
  if (taken.length === 0) return account
  const streams = streamsOf(account)
  const ids = idsIn(streams)
  const added = taken.map((each): UsageStream => ({
    ...each,
    id: freshId(each.member === undefined ? each.product : `${each.member} · ${each.product}`, ids),
    pattern: FLAT,
  }))
  return withStreams(account, [...streams, ...added])
}

/** The account with streams in the place of those it has. */
export const replaceStreams = (account: WindowAccount, taken: readonly TakenStream[]): WindowAccount =>
  addStreams(withStreams(account, []), taken)

/** The account with a stream changed; its id stays. */
export function changeStream(account: WindowAccount, at: StreamAt, change: StreamChange): WindowAccount {
  const streams = streamsOf(account)
  const place = found(streams, at)
  const before = streams[place]
  if (!before) return account
  const { member, apiKey, workspace, weekdays, ...rest } = { ...before, ...change }
  const after: UsageStream = {
    ...rest,
    ...onWeekdays(weekdays),
    ...(member === undefined ? {} : { member }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(workspace === undefined ? {} : { workspace }),
  }
  return withStreams(account, streams.with(place, after))
}

/** The account with a stream once more, below itself. */
export function duplicateStream(account: WindowAccount, at: StreamAt): WindowAccount {
  const streams = streamsOf(account)
  const place = found(streams, at)
  const stream = streams[place]
  if (!stream) return account
  const again = { ...stream, id: freshId(stream.id, idsIn(streams)) }
  return withStreams(account, streams.toSpliced(place + 1, 0, again))
}

export function removeStream(account: WindowAccount, at: StreamAt): WindowAccount {
  const streams = streamsOf(account)
  const place = found(streams, at)
  return place < 0 ? account : withStreams(account, streams.toSpliced(place, 1))
}
