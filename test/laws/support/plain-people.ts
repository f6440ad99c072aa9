import type { Member } from '#shared/account.ts'
import { microsOf } from '#shared/decimal.ts'
import type { UsageEvent } from '#shared/usage.ts'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import type { Stretch, Use } from '#main/engine/record/use.ts'
import { Recorder } from '#main/engine/record/recorder.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import type { Totals } from '#main/engine/record/totals.ts'
import { at } from '../../engine/support/build.ts'
import type { Account } from './arbitrary-account.ts'

/*
 * The rules about people once more, written from DESIGN §4 and seed 001 in the plainest way: who somebody is at an
 * instant is looked up in the list of changes each time.
 */

/** Every use of a run in order, and the changes that were refused. */
export class Trace extends Recorder {
  readonly uses: (readonly [stretch: Stretch, use: Use, available: number])[] = []
  readonly refusals = new Set<number>()

  override used(stretch: Stretch, use: Use, available: number): void {
    this.uses.push([stretch, use, available])
  }

  override refused(_at: number, index: number): void {
    this.refusals.add(index)
  }
}

export function totalsOf({ catalog, scenario }: Account, trace?: Trace): Totals {
  const ladder = compileCatalog(catalog, scenario.policies)
  return simulate(termsOfScenario(catalog, scenario, ladder, at(ladder, 0)), trace)
}

export function traceOf(account: Account): Trace {
  const trace = new Trace()
  totalsOf(account, trace)
  return trace
}

export interface People {
  readonly members: ReadonlyMap<string, Member>
  readonly limits: ReadonlyMap<string, bigint | null>
}

type Seats = { readonly full: number; readonly basic: number }

const isFull = ({ role, seat }: Member): boolean => role === 'admin' || seat === 'full'

export function fits(members: Iterable<Member>, { full, basic }: Seats): boolean {
  const seated = [...members].filter(({ locked }) => !locked)
  return seated.filter(isFull).length <= full && seated.length <= full + basic
}

/** Everybody as the changes up to and including an instant left them, but for those that `isDone` says were refused. */
export function peopleAt(
  { scenario }: Account,
  until: number,
  isDone: (index: number, next: ReadonlyMap<string, Member> | null) => boolean,
): People {
  let members: ReadonlyMap<string, Member> = new Map(scenario.members.map((member) => [member.id, member]))
  const limits = new Map<string, bigint | null>()
  for (const { id, limit } of scenario.groups) limits.set(`group ${id}`, limitOf(limit))
  for (const { id, limit } of scenario.apiKeys) limits.set(`key ${id}`, limitOf(limit))
  const changes = scenario.changes
    .map((change, index) => ({ change, index, on: Date.parse(change.on) }))
    .filter(({ on }) => on <= until)
    .toSorted((a, b) => a.on - b.on)
  for (const { change, index } of changes) {
    if (change.kind === 'setGroupLimit' || change.kind === 'setKeyLimit') {
      const name = change.kind === 'setGroupLimit' ? `group ${change.group}` : `key ${change.apiKey}`
      const isKnown = limits.has(name)
      if (isDone(index, isKnown ? members : null) && isKnown) limits.set(name, limitOf(change.limit))
      continue
    }
    if (!('member' in change)) continue
    const next = changed(members, change)
    if (isDone(index, next) && next !== null) members = next
  }
  return { members, limits }
}

type MemberChange = Extract<Account['scenario']['changes'][number], { member: unknown }>

/** Everybody after a change, or null where it makes no sense. */
function changed(
  members: ReadonlyMap<string, Member>,
  change: MemberChange,
): ReadonlyMap<string, Member> | null {
  const next = new Map(members)
  if (change.kind === 'inviteMember') {
    return next.has(change.member.id) ? null : next.set(change.member.id, change.member)
  }
  const member = members.get(change.member)
  if (member === undefined) return null
  switch (change.kind) {
    case 'removeMember':
      next.delete(member.id)
      return next
    case 'lockMember':
      return next.set(member.id, { ...member, locked: true })
    case 'unlockMember':
      return next.set(member.id, { ...member, locked: false })
    case 'changeSeat':
      return member.role === 'admin' && change.seat === 'basic'
        ? null
        : next.set(member.id, { ...member, seat: change.seat })
  }
}

const limitOf = (text: string | null): bigint | null => (text === null ? null : microsOf(text))

/** Ids of the events that burn nothing because they make unchanged content again that was served. */
export function freeEvents(account: Account): ReadonlySet<string> {
  const { catalog, scenario } = account
  const free = new Set<string>()
  const policy = catalog.freeRegenerations?.value
  if (policy === undefined) return free
  const paidFor = new Map<string, UsageEvent>()
  const times = new Map<string, number>()
  const inTime = scenario.usageEvents.toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1),
  )
  const told = traceOf(account).uses.filter(([, { requests }]) => requests === 1)
  for (const [index, event] of inTime.entries()) {
    const paid = paidFor.get(event.regenerates ?? '')
    const isSame =
      paid !== undefined &&
      event.product === 'create' &&
      event.apiKey === undefined &&
      [paid.product, paid.member, paid.apiKey, paid.quantity].join() ===
        [event.product, event.member, event.apiKey, event.quantity].join()
    const isInTime =
      paid !== undefined && Date.parse(event.at) - Date.parse(paid.at) < policy.withinMinutes * 60_000
    const count = times.get(paid?.id ?? '') ?? 0
    const isFree = isSame && isInTime && count < policy.count
    if (isFree) free.add(event.id)
    if (at(told, index)[1].blocked.length > 0) continue
    paidFor.set(event.id, isFree ? paid : event)
    if (isFree) times.set(paid.id, count + 1)
  }
  return free
}
