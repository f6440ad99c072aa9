import type { AccountChange } from '#shared/account.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { earlierFirst, longDay } from '#renderer/format/days.ts'
import type { ChangeNames, ChangeOf, PlanStep } from './change-in-words.ts'

type Account = WindowContent['scenario']

/** What a change can be about: the account it is made to, and what is sold to it. */
export interface ChangeGround {
  readonly account: Account
  /** Null until it is read. */
  readonly catalog: Catalog | null
}

/** One thing to choose, and what is worth knowing of it. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly note?: string
}

const ordered = new WeakMap<readonly AccountChange[], readonly AccountChange[]>()

/** In the order in which they happen as far as their dates tell; a list is sorted once, however many of it are told of. */
function inOrder(changes: readonly AccountChange[]): readonly AccountChange[] {
  const known = ordered.get(changes)
  if (known) return known
  const sorted = changes.toSorted((one, other) => earlierFirst(one.on, other.on))
  ordered.set(changes, sorted)
  return sorted
}

/** The changes before one of the account's, or before one that would be made behind those of its instant. */
function before({ account }: ChangeGround, change: Pick<AccountChange, 'on'>): readonly AccountChange[] {
  const all = inOrder(account.changes)
  const place = all.findIndex((listed) => listed === change)
  if (place >= 0) return all.slice(0, place)
  return all.filter((listed) => earlierFirst(listed.on, change.on) <= 0)
}

/** The plan that the changes before one lead to, if each is carried out at once. */
export function planBefore(ground: ChangeGround, change: Pick<AccountChange, 'on'>): string {
  const last = before(ground, change).findLast(({ kind }) => kind === 'changePlan')
  return last?.kind === 'changePlan' ? last.plan : ground.account.plan
}

/** Where a change of plan leads on the catalogue's ladder. */
export function stepOf(ground: ChangeGround, change: ChangeOf<'changePlan'>): PlanStep {
  const ladder = ground.catalog?.plans.map(({ id }) => id) ?? []
  const from = planBefore(ground, change)
  if (from === change.plan) return 'same'
  if (!ladder.includes(from) || !ladder.includes(change.plan)) return 'unknown'
  return ladder.indexOf(from) < ladder.indexOf(change.plan) ? 'up' : 'down'
}

const named = (list: readonly { readonly id: string; readonly name?: string | undefined }[]) => {
  const names = new Map(list.map(({ id, name }) => [id, name ?? id]))
  return (id: string): string => names.get(id) ?? id
}

/** The names that changes of this account are told with. */
export const changeNames = (ground: ChangeGround): ChangeNames => ({
  currency: ground.catalog?.currency ?? 'USD',
  plan: named(ground.catalog?.plans ?? []),
  pack: named(ground.catalog?.packs ?? []),
  coupon: named(ground.account.invoicing?.coupons ?? []),
  workspace: named(ground.account.workspaces),
  step: (change) => stepOf(ground, change),
})

/** Who may be a member when a change is made: from the start, or invited by one before it. */
export function peopleBy(ground: ChangeGround, asking: Pick<AccountChange, 'on'>): readonly Choice[] {
  const invited = before(ground, asking).filter((change) => change.kind === 'inviteMember')
  const people = new Map<string, Choice>()
  for (const { id, seat, role, locked } of ground.account.members)
    people.set(id, { value: id, label: id, note: noteOf(seat, role, locked) })
  for (const change of invited) {
    const { id } = change.member
    if (!people.has(id)) people.set(id, { value: id, label: id, note: `invited ${longDay(change.on)}` })
  }
  return [...people.values()]
}

function noteOf(seat: 'full' | 'basic', role: 'admin' | 'member', locked: boolean): string {
  const parts = [
    ...(role === 'admin' ? ['admin'] : []),
    seat === 'full' ? 'Full' : 'Basic',
    ...(locked ? ['locked'] : []),
  ]
  return parts.join(', ')
}

export const plansOf = ({ catalog, account }: ChangeGround): readonly Choice[] =>
  (catalog?.plans ?? []).map(({ id, name, custom }) => ({
    value: id,
    label: name,
    ...(id === account.plan ? { note: 'at the start' } : custom ? { note: 'by contract' } : {}),
  }))

export const packsOf = ({ catalog }: ChangeGround): readonly Choice[] =>
  (catalog?.packs ?? []).map(({ id, name }) => ({ value: id, label: name }))

export const couponsOf = ({ account }: ChangeGround): readonly Choice[] =>
  (account.invoicing?.coupons ?? []).map(({ id, name }) => ({ value: id, label: name }))

/** All workspaces, or those that may come and go. */
export const workspacesOf = (
  { account }: ChangeGround,
  which: 'all' | 'reporting' = 'all',
): readonly Choice[] =>
  account.workspaces
    .filter(({ kind }) => which === 'all' || kind === 'reporting')
    .map(({ id, name, kind }) => ({ value: id, label: name ?? id, note: kind }))

export const groupsOf = ({ account }: ChangeGround): readonly Choice[] =>
  account.groups.map(({ id }) => ({ value: id, label: id }))

export const keysOf = ({ account }: ChangeGround): readonly Choice[] =>
  account.apiKeys.map(({ id, member, company }) => {
    const note = member ?? company
    return { value: id, label: id, ...(note === undefined ? {} : { note }) }
  })

/** A name that a change gives, of something there would have to be. */
interface Named {
  readonly what: string
  readonly name: string
  readonly among: readonly Choice[]
  readonly when?: ' then'
}

/** What a change names that is not there, in a sentence; null where all of it is. */
export function goneIn(change: AccountChange, ground: ChangeGround): string | null {
  const asked = change.by === undefined ? [] : [member(change.by, change, ground)]
  const missing = [...namedIn(change, ground), ...asked].find(
    ({ name, among }) => !among.some(({ value }) => value === name),
  )
  if (!missing) return null
  return `There is no ${missing.what} “${missing.name}”${missing.when ?? ''}.`
}

const member = (name: string, change: AccountChange, ground: ChangeGround): Named => ({
  what: 'member',
  name,
  among: peopleBy(ground, change),
  when: ' then',
})

const reporting = (name: string, ground: ChangeGround): Named => ({
  what: 'reporting workspace',
  name,
  among: workspacesOf(ground, 'reporting'),
})

function namedIn(change: AccountChange, ground: ChangeGround): readonly Named[] {
  // Until the catalogue is read nobody knows what is in it.
  const sold = (what: string, name: string, among: readonly Choice[]): readonly Named[] =>
    ground.catalog === null ? [] : [{ what, name, among }]
  switch (change.kind) {
    case 'removeMember':
    case 'lockMember':
    case 'unlockMember':
    case 'changeSeat':
      return [member(change.member, change, ground)]
    case 'inviteMember': {
      const { workspace } = change.member
      return workspace === undefined
        ? []
        : [{ what: 'workspace', name: workspace, among: workspacesOf(ground) }]
    }
    case 'setGroupLimit':
      return [{ what: 'billing group', name: change.group, among: groupsOf(ground) }]
    case 'setKeyLimit':
      return [{ what: 'API key', name: change.apiKey, among: keysOf(ground) }]
    case 'setWorkspaceLimit':
      return [{ what: 'workspace', name: change.workspace, among: workspacesOf(ground) }]
    case 'linkWorkspace':
      return [reporting(change.workspace, ground)]
    case 'unlinkWorkspace': {
      const { workspace, afterwards } = change
      return afterwards.kind === 'removed'
        ? [reporting(workspace, ground)]
        : [reporting(workspace, ground), ...sold('plan', afterwards.plan, plansOf(ground))]
    }
    case 'changePlan':
      return sold('plan', change.plan, plansOf(ground))
    case 'buyPack':
      return sold('pack', change.pack, packsOf(ground))
    case 'redeemCoupon':
      return [{ what: 'coupon', name: change.coupon, among: couponsOf(ground) }]
    case 'cancel':
    case 'refund':
    case 'resume':
    case 'setOverage':
    case 'buySeats':
    case 'removeSeats':
    case 'topUp':
    case 'autoTopUp':
      return []
  }
}
