import type { BlockCause } from '#shared/run-result.ts'

const NAMES: Readonly<Record<BlockCause, string>> = {
  poolEmpty: 'No credits left',
  notEnoughLeft: 'Too few left for the request',
  spendLimit: 'Spend limit',
  ceiling: 'Ceiling of Basic members',
  groupLimit: 'Limit of a billing group',
  keyLimit: 'Limit of an API key',
  locked: 'Member locked',
  noSeat: 'No seat',
  noFeature: 'Not in the plan',
  workspaceLimit: 'Limit of a workspace',
  workspaceRemoved: 'Workspace removed',
  requestTooLarge: 'Request too large',
  walletEmpty: 'Prepaid balance empty',
}

/** Why usage was held back, as a heading. */
export const blockCauseName = (cause: BlockCause): string => NAMES[cause]
