import type { BlockCause } from '#shared/run-result.ts'

interface CauseWords {
  /** In a word or two, within a line. */
  readonly name: string
  /** As part of a sentence that says why work was not done: … blocks 4,500 credits: the pool is empty. */
  readonly clause: string
  /** As what follows “blocked” where so many credits or requests are. */
  readonly blocked: string
}

/** What keeps usage from being served, in all the words there are for it, in the order in which causes are told. */
const CAUSES: Readonly<Record<BlockCause, CauseWords>> = {
  poolEmpty: { name: 'no credits left', clause: 'the pool is empty', blocked: 'with the quota used up' },
  notEnoughLeft: {
    name: 'too few credits left',
    clause: 'too little is left for a whole request',
    blocked: 'with too little left for whole requests',
  },
  spendLimit: { name: 'spend limit', clause: 'the spend limit is reached', blocked: 'by the spend limit' },
  ceiling: {
    name: 'Basic ceiling',
    clause: 'Basic members meet their ceiling',
    blocked: 'by the Basic ceiling',
  },
  groupLimit: {
    name: 'group limit',
    clause: 'a billing group meets its limit',
    blocked: 'by the limit of a group',
  },
  keyLimit: {
    name: 'key limit',
    clause: 'an API key meets its limit',
    blocked: 'by the limit of an API key',
  },
  locked: { name: 'locked', clause: 'a member is locked', blocked: 'with their members locked' },
  noSeat: { name: 'no seat', clause: 'somebody has no seat', blocked: 'for want of a seat' },
  noFeature: {
    name: 'not on the plan',
    clause: 'the plan does not have the product',
    blocked: 'for not being on the plan',
  },
  workspaceLimit: {
    name: 'workspace limit',
    clause: 'a workspace meets its limit',
    blocked: 'by the limit of a workspace',
  },
  workspaceRemoved: {
    name: 'workspace removed',
    clause: 'a workspace was removed',
    blocked: 'with their workspace removed',
  },
  requestTooLarge: {
    name: 'request too large',
    clause: 'a request is too large',
    blocked: 'in requests that are too large',
  },
  walletEmpty: {
    name: 'prepaid balance empty',
    clause: 'the prepaid balance is empty',
    blocked: 'with the prepaid balance empty',
  },
}

export const isBlockCause = (kind: string): kind is BlockCause => Object.hasOwn(CAUSES, kind)

/** Every cause, in the order in which they are told. */
export const CAUSE_ORDER: readonly BlockCause[] = Object.keys(CAUSES).filter(isBlockCause)

/** A cause in a word or two, within a line: `too few credits left`. */
export const causeInLine = (cause: BlockCause): string => CAUSES[cause].name

/** The same as a heading. */
export const causeName = (cause: BlockCause): string => {
  const { name } = CAUSES[cause]
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

/** Why work was not done, as part of a sentence: `the pool is empty`. */
export const causeClause = (cause: BlockCause): string => CAUSES[cause].clause

/** By what so many credits or requests are not served: `blocked by the Basic ceiling`. */
export const blockedBy = (cause: BlockCause): string => `blocked ${CAUSES[cause].blocked}`
