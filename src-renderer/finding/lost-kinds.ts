import type { LostKind } from '#shared/analysis.ts'
import type { BlockCause } from '#shared/run-result.ts'

/** Why work was not served, as a table names it under a heading that says so. */
export const LOST_CAUSES: Readonly<Record<BlockCause, string>> = {
  poolEmpty: 'quota used up',
  notEnoughLeft: 'too little left',
  spendLimit: 'spend limit',
  ceiling: 'Basic ceiling',
  groupLimit: 'group limit',
  keyLimit: 'key limit',
  locked: 'locked',
  noSeat: 'no seat',
  noFeature: 'not in the plan',
  workspaceLimit: 'workspace limit',
  workspaceRemoved: 'workspace removed',
  requestTooLarge: 'request too large',
  walletEmpty: 'prepaid balance empty',
}

const isCause = (kind: LostKind): kind is BlockCause => Object.hasOwn(LOST_CAUSES, kind)

/** The same, and credits that expired or were forfeited, each in full. */
export const lostKindName = (kind: LostKind): string => {
  if (isCause(kind)) return `Blocked: ${LOST_CAUSES[kind]}`
  return kind === 'expired' ? 'Expired' : 'Forfeited'
}

/** Every kind, in the order in which they are told. */
export const LOST_ORDER: readonly LostKind[] = [
  ...Object.keys(LOST_CAUSES).filter((kind): kind is BlockCause => Object.hasOwn(LOST_CAUSES, kind)),
  'expired',
  'forfeited',
]

/** What becomes of so many credits of the kind, after their number. */
export const LOST_ENDS: Readonly<Record<LostKind, string>> = {
  poolEmpty: 'blocked with the quota used up',
  notEnoughLeft: 'blocked with too little left',
  spendLimit: 'blocked by the spend limit',
  ceiling: 'blocked by the Basic ceiling',
  groupLimit: 'blocked by a group limit',
  keyLimit: 'blocked by a key limit',
  locked: 'blocked by a lock',
  noSeat: 'blocked for want of a seat',
  noFeature: 'blocked, being not in the plan',
  workspaceLimit: 'blocked by a workspace limit',
  workspaceRemoved: 'blocked with their workspace removed',
  requestTooLarge: 'blocked in requests that are too large',
  walletEmpty: 'blocked with the prepaid balance empty',
  expired: 'expired',
  forfeited: 'forfeited',
}
