import type { Alert } from '#shared/alert.ts'
import type { BlockCause } from '#shared/run-result.ts'

interface CauseOfBlock {
  /** The rule behind it. */
  readonly rule: string
  /** The alert that tells of it. */
  readonly alert: Alert['kind']
  /** Said instead of the alert's own words, where several causes share one. */
  readonly words?: string
  /** Who or what leaves too little for a request that is served whole or not at all. */
  readonly leavesTooLittle?: string
}

/** Everything that keeps usage from being served; see `BlockCause` for which of several is named. */
export const BLOCK_CAUSES: Readonly<Record<BlockCause, CauseOfBlock>> = {
  poolEmpty: {
    rule: 'All credits were used, and the account does not buy more.',
    alert: 'blocked',
  },
  notEnoughLeft: {
    rule: 'A request is served whole or not at all: it needed more credits than were left, and smaller ones are still served.',
    alert: 'notEnoughLeft',
    leavesTooLittle: 'Too few credits are left',
  },
  spendLimit: {
    rule: 'The account’s own limit on overage was reached, or left too little for a whole request.',
    alert: 'spendLimitReached',
    leavesTooLittle: 'The spend limit leaves too little',
  },
  ceiling: {
    rule: 'A Basic member may use only so many of the shared credits a period in these products.',
    alert: 'ceilingReached',
    leavesTooLittle: 'The ceiling of a Basic member leaves too little',
  },
  groupLimit: {
    rule: 'The billing group’s limit for the period was reached, or left too little for a whole request.',
    alert: 'limitReached',
    words: 'A billing group has reached its limit.',
    leavesTooLittle: 'The limit of a billing group leaves too little',
  },
  keyLimit: {
    rule: 'The API key’s limit for the period was reached, or left too little for a whole request.',
    alert: 'limitReached',
    words: 'An API key has reached its limit.',
    leavesTooLittle: 'The limit of an API key leaves too little',
  },
  workspaceLimit: {
    rule: 'The workspace’s limit for the period was reached, or left too little for a whole request.',
    alert: 'limitReached',
    words: 'A workspace has reached its limit.',
    leavesTooLittle: 'The limit of a workspace leaves too little',
  },
  locked: {
    rule: 'A locked member can use nothing. An admin locks members, and so does a plan with too few seats for them all: it locks everybody but the owner.',
    alert: 'memberLocked',
  },
  noSeat: {
    rule: 'Somebody without a seat can use nothing.',
    alert: 'noSeat',
  },
  noFeature: {
    rule: 'The plan of the moment does not have this product, or nobody has published what it burns there.',
    alert: 'notInPlan',
  },
  walletEmpty: {
    rule: 'The prepaid balance was used up, and it never becomes a debt.',
    alert: 'walletEmpty',
  },
  workspaceRemoved: {
    rule: 'The workspace was unlinked and removed; nothing can be used there any more.',
    alert: 'workspaceRemoved',
  },
  requestTooLarge: {
    rule: 'Where overage is on, a single request may be no larger than so many monthly quotas of the plan.',
    alert: 'requestTooLarge',
  },
}
