import type { ModelledUsage, UsagePattern, UsageStream } from '#shared/usage.ts'
import type { WindowAccount } from '../draft.ts'
import { freshId } from './fresh-id.ts'

/** What usage that is new is of. */
export interface UsedAs {
  readonly product: string
  readonly model: string
}

const FLAT: UsagePattern = { kind: 'flat' }

type Streams = Extract<ModelledUsage, { kind: 'streams' }>['streams']

/** The streams of every member by name: those that name the member, and those of the member's keys that name nobody. */
export function streamsByMember({
  usage,
  apiKeys,
}: Pick<WindowAccount, 'usage' | 'apiKeys'>): ReadonlyMap<string, readonly UsageStream[]> {
  const found = new Map<string, UsageStream[]>()
  if (usage.kind !== 'streams') return found
  const owners = new Map(apiKeys.map(({ id, member }) => [id, member]))
  for (const stream of usage.streams) {
    const member = stream.member ?? owners.get(stream.apiKey ?? '')
    if (member === undefined) continue
    const streams = found.get(member)
    if (streams) streams.push(stream)
    else found.set(member, [stream])
  }
  return found
}

/** Whether any usage is somebody's in person: by name, by their key, or by events, which name whoever they name. */
export const hasUsageByName = (account: Pick<WindowAccount, 'usage' | 'apiKeys' | 'usageEvents'>): boolean =>
  streamsByMember(account).size > 0 || account.usageEvents.kept > 0

/** What of a product and model the account uses as a whole, with nobody named for it; null where there is none. */
export const restOf = (usage: ModelledUsage, { product, model }: UsedAs): UsageStream | null =>
  (usage.kind === 'streams'
    ? usage.streams.find(
        (stream) =>
          stream.product === product &&
          stream.model === model &&
          stream.member === undefined &&
          stream.apiKey === undefined &&
          stream.workspace === undefined,
      )
    : undefined) ?? null

/**
 * The account with what a member uses a month, in the unit of what is used; null for nothing. A figure takes the place of
 * the one stream there is, or begins one that is used as said, and moves as what nobody is named for does. The account stays as it is where its usage is set as a
 * whole, or where the member has several streams.
 */
export function setOwnUsage(
  account: WindowAccount,
  member: string,
  monthly: string | null,
  as: UsedAs | null,
): WindowAccount {
  return setOwnUsages(
    account,
    monthly === null ? [] : [[member, monthly]],
    as,
    monthly === null ? [member] : [],
  )
}

/** The same for several members, with some who use nothing. */
export function setOwnUsages(
  account: WindowAccount,
  figures: readonly (readonly [member: string, monthly: string])[],
  as: UsedAs | null,
  nothing: readonly string[] = [],
): WindowAccount {
  const { usage } = account
  if (usage.kind !== 'streams') return account
  const own = streamsByMember(account)
  const changed = new Map<UsageStream, string | null>()
  const begun: UsageStream[] = []
  const ids = new Set(usage.streams.map(({ id }) => id))
  for (const [member, monthly] of figures) {
    const [stream, ...others] = own.get(member) ?? []
    if (others.length > 0) continue
    if (stream) {
      if (stream.monthly !== monthly) changed.set(stream, monthly)
    } else if (as)
      begun.push({ ...begin(member, monthly, as, ids), pattern: restOf(usage, as)?.pattern ?? FLAT })
  }
  for (const member of nothing) {
    const [stream, ...others] = own.get(member) ?? []
    if (stream && others.length === 0) changed.set(stream, null)
  }
  if (changed.size === 0 && begun.length === 0) return account
  const kept: Streams = usage.streams.flatMap((stream) => {
    const monthly = changed.get(stream)
    if (monthly === null) return []
    return [monthly === undefined ? stream : { ...stream, monthly }]
  })
  return { ...account, usage: { ...usage, streams: [...kept, ...begun] } }
}

/** A stream with an id of its own, which is noted in `ids`. */
function begin(
  member: string,
  monthly: string,
  { product, model }: UsedAs,
  ids: Set<string>,
): Omit<UsageStream, 'pattern'> {
  const id = freshId(`${member} · ${product}`, ids)
  return { id, member, product, model, monthly }
}
