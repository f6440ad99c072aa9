import { MOST_PEOPLE } from '#shared/bounds.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import { cutText } from '#shared/cut-text.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { Share, ShareOutInput } from '#shared/share-out.ts'
import type { ModelledUsage, UsageStream } from '#shared/usage.ts'
import { allocate } from '../exact/allocate.ts'
import { creditsText, MICROS, toMicros } from '../exact/amount.ts'
import { inWeekOrder } from '#shared/weekdays.ts'

/** Usage of one product and model that moves in one way, and is shared out as one figure. */
interface Whole {
  readonly first: UsageStream
  readonly monthly: number
  readonly among: readonly Share[]
}

/**
 * Usage by product, shared out: each product and model with its pattern, by the parts that everybody has. The shares of a
 * figure add up to it to the last digit, and are whole where it is: what is left goes to the largest remainders, earlier
 * ones first. Who would have nothing gets no usage. What a workspace uses goes among its own members, and stays where it
 * has none. Refuses usage that is not by product, of which nothing can be shared out, or that would be too many rows.
 */
export function shareOut({ usage, among, shares }: ShareOutInput): Result<ModelledUsage> {
  if (usage.kind !== 'streams')
    return refuse({
      code: 'usage.not_by_product',
      message: 'Only usage by product can be somebody’s.',
      path: 'usage.kind',
    })
  const groups = groupsOf(usage.streams, among)
  const having = shares.filter(({ parts }) => parts > 0)
  const residents = byWorkspace(having)
  const gone = new Set<UsageStream>()
  const wholes: Whole[] = []
  let count = 0
  for (const group of groups) {
    const [first] = group
    if (!first) continue
    const home = among === 'members' ? first.workspace : undefined
    const those = home === undefined ? having : (residents.get(home) ?? [])
    const monthly = group.reduce((sum, stream) => sum + toMicros(stream.monthly), 0)
    if (those.length === 0 || monthly === 0) continue
    if (!Number.isSafeInteger(monthly)) return tooMuch
    wholes.push({ first, monthly, among: those })
    for (const stream of group) gone.add(stream)
    count += those.length
    if (count > MOST_PEOPLE) return tooMany
  }
  if (wholes.length === 0) return nothing(among)
  const kept = usage.streams.filter((stream) => !gone.has(stream))
  const ids = new FreeIds(kept.map(({ id }) => id))
  const added = wholes.flatMap((whole) => partsOf(whole, among, ids))
  if (kept.length + added.length > MOST_PEOPLE) return tooMany
  return succeed({ ...usage, streams: [...kept, ...added] })
}

/** What can be shared out, by product, model, pattern and days of the week; among members also by the workspace that uses it. */
function groupsOf(
  streams: readonly UsageStream[],
  among: ShareOutInput['among'],
): Iterable<readonly UsageStream[]> {
  const groups = new Map<string, UsageStream[]>()
  for (const stream of streams) {
    const { product, model, pattern, weekdays, workspace, apiKey, member } = stream
    if (apiKey !== undefined || (among === 'workspaces' && member !== undefined)) continue
    const days = weekdays === undefined ? null : inWeekOrder(weekdays)
    const home = among === 'members' ? (workspace ?? null) : null
    const key = canonicalJson([product, model, pattern, days, home])
    const group = groups.get(key)
    if (group) group.push(stream)
    else groups.set(key, [stream])
  }
  return groups.values()
}

function byWorkspace(shares: readonly Share[]): ReadonlyMap<string, readonly Share[]> {
  const found = new Map<string, Share[]>()
  for (const share of shares) {
    if (share.workspace === undefined) continue
    const those = found.get(share.workspace)
    if (those) those.push(share)
    else found.set(share.workspace, [share])
  }
  return found
}

function partsOf(
  { first, monthly, among: shares }: Whole,
  among: ShareOutInput['among'],
  ids: FreeIds,
): readonly UsageStream[] {
  const unit = monthly % MICROS === 0 ? MICROS : 1
  const figures = allocate(
    monthly,
    shares.map(({ parts }) => parts),
    unit,
  )
  const { member: _member, workspace, ...rest } = first
  return shares.flatMap(({ id }, place) => {
    const figure = figures[place] ?? 0
    if (figure === 0) return []
    const whose =
      among === 'workspaces'
        ? { workspace: id }
        : { member: id, ...(workspace === undefined ? {} : { workspace }) }
    return [{ ...rest, ...whose, id: ids.take(`${id} · ${first.product}`), monthly: creditsText(figure) }]
  })
}

/** Ids that no other stream has. */
class FreeIds {
  readonly #taken: Set<string>
  /** The number after the last that was given for a name: no name is counted through twice. */
  readonly #next = new Map<string, number>()

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken)
  }

  take(of: string): string {
    const named = cutText(of, LONGEST_NAMED)
    let number = this.#next.get(named) ?? 1
    let id = named
    while (this.#taken.has(id)) {
      number += 1
      id = `${named} ${String(number)}`
    }
    this.#next.set(named, number)
    this.#taken.add(id)
    return id
  }
}

/** Leaves room for a number in an id: see `MOST_NAME` in `shared/bounds.ts`. */
const LONGEST_NAMED = 990

const nothing = (among: ShareOutInput['among']): Result<never> =>
  refuse({
    code: 'usage.nothing_to_share',
    message:
      among === 'workspaces'
        ? 'There is no usage without a person or an API key by name; theirs is in the workspace they are in.'
        : 'There is no usage that could be shared out among them; what API keys use stays theirs.',
    path: 'usage.streams',
  })
const tooMany = refuse({
  code: 'usage.too_many_streams',
  message: `Everybody gets a row of each product that is used, and a scenario holds at most ${String(MOST_PEOPLE)} of them.`,
  path: 'usage.streams',
})
const tooMuch = refuse({
  code: 'usage.too_much',
  message: 'Together that is more usage than can be counted exactly.',
  path: 'usage.streams',
})
