import type { ChangeKind } from './change-kind.ts'
import { NOBODY_NAMED } from './nobody-named.ts'

/** The credits an API key may use each period. */
export const setKeyLimit: ChangeKind<'setKeyLimit'> = {
  subject: ({ apiKey }) => ({ kind: 'apiKey', id: apiKey }),
  carryOut: ({ gatekeeper }, _at, { apiKey, limit }) =>
    gatekeeper === null ? NOBODY_NAMED : gatekeeper.setKeyLimit(apiKey, limit),
}
