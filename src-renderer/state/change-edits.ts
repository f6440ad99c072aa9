import type { AccountChange } from '#shared/account.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import { dateIn, earlierFirst, timeIn, whenOf } from '#renderer/format/days.ts'
import type { WindowAccount } from './draft.ts'

/*
 * Edits of an account's dated changes, each a pure function that gives the very same account back where there is nothing
 * to do. A change has no id: it is named by what it says, so that an edit which is made anew on top of another state
 * finds the same one, or none. Of two that say the same it does not matter which is meant.
 */

/** The changes in the order of their instants; those of one instant keep the order in which the account has them. */
export const inOrderOfDate = (changes: readonly AccountChange[]): AccountChange[] =>
  changes.toSorted((one, other) => earlierFirst(one.on, other.on))

/** Where a change is; -1 where it is not there any more. */
export function placeOf(changes: readonly AccountChange[], wanted: AccountChange): number {
  const same = changes.indexOf(wanted)
  if (same >= 0) return same
  const text = canonicalJson(wanted)
  return changes.findIndex((change) => change.kind === wanted.kind && canonicalJson(change) === text)
}

const having = (account: WindowAccount, changes: readonly AccountChange[]): WindowAccount => ({
  ...account,
  changes: inOrderOfDate(changes),
})

/** Behind those of the same instant. */
export const addChange = (account: WindowAccount, change: AccountChange): WindowAccount =>
  having(account, [...account.changes, change])

export function removeChange(account: WindowAccount, change: AccountChange): WindowAccount {
  const place = placeOf(account.changes, change)
  return place < 0 ? account : having(account, account.changes.toSpliced(place, 1))
}

/** Another change in the place of one; behind those that are at its new instant already, if that differs. */
export function replaceChange(
  account: WindowAccount,
  change: AccountChange,
  other: AccountChange,
): WindowAccount {
  const place = placeOf(account.changes, change)
  if (place < 0 || canonicalJson(change) === canonicalJson(other)) return account
  if (Date.parse(change.on) === Date.parse(other.on))
    return having(account, account.changes.with(place, other))
  return having(account, [...account.changes.toSpliced(place, 1), other])
}

/** The same change on another day, at its time of day. */
export const onDay = (change: AccountChange, date: string): AccountChange =>
  date === dateIn(change.on) ? change : { ...change, on: whenOf(date, timeIn(change.on)) }

export const moveChange = (account: WindowAccount, change: AccountChange, date: string): WindowAccount =>
  replaceChange(account, change, onDay(change, date))

/** A change with a name that stays the same while it is moved; `index` is its place in the account. */
export interface KeyedChange {
  readonly change: AccountChange
  readonly index: number
  readonly key: string
}

/** All changes in order of date, each with what it is known by while it is on the screen. */
export function keyedChanges(changes: readonly AccountChange[]): readonly KeyedChange[] {
  const places = new Map(changes.map((change, index) => [change, index]))
  const seen = new Map<string, string>()
  return inOrderOfDate(changes).map((change) => {
    const { on: _on, ...rest } = change
    const said = canonicalJson(rest)
    // Of several that say the same, each has one more mark than the one before.
    const key = seen.has(said) ? `${seen.get(said) ?? said}'` : said
    seen.set(said, key)
    return { change, index: places.get(change) ?? -1, key }
  })
}
