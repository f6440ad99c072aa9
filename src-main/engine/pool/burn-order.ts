import type { BurnOrder } from '#shared/catalog.ts'
import type { Grant, GrantSource } from '../record/grant.ts'

/** Negative when `a` burns before `b`. Never zero for two grants of an account: ids differ. */
export type BurnsBefore = (a: Grant, b: Grant) => number

const PURCHASED: ReadonlySet<GrantSource> = new Set(['pack', 'prepaid'])

const oldestFirst: BurnsBefore = (a, b) => a.createdAt - b.createdAt || a.id - b.id

/** Infinity − Infinity is not a number, so "never" is compared by order, not by difference. */
const byExpiry: BurnsBefore = (a, b) => (a.expiresAt === b.expiresAt ? 0 : a.expiresAt < b.expiresAt ? -1 : 1)

/** Those of which `isFirst` holds burn before the others. */
const firstThose =
  (isFirst: (grant: Grant) => boolean): BurnsBefore =>
  (a, b) =>
    Number(isFirst(b)) - Number(isFirst(a))

/** Carried in a new grant, or by living longer than the period they were granted in. */
const rolledOver = firstThose((grant) => grant.source === 'rollover' || grant.isRolledOver === true)
const notPurchased = firstThose((grant) => !PURCHASED.has(grant.source))

/** The burn orders vendors use (DESIGN §4, "where vendors disagree"), each a total order of an account's grants. */
export const burnOrders: Readonly<Record<BurnOrder, BurnsBefore>> = {
  oldestFirst,
  soonestExpiry: (a, b) => byExpiry(a, b) || oldestFirst(a, b),
  priorityThenExpiry: (a, b) => a.priority - b.priority || byExpiry(a, b) || oldestFirst(a, b),
  rolledOverFirst: (a, b) => rolledOver(a, b) || oldestFirst(a, b),
  grantedBeforePurchased: (a, b) => notPurchased(a, b) || oldestFirst(a, b),
}
