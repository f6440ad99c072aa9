import type { ChangeKind } from './change-kind.ts'
import { NOBODY_NAMED } from './nobody-named.ts'

/** The credits the members and keys of a billing group may use each period. */
export const setGroupLimit: ChangeKind<'setGroupLimit'> = {
  subject: ({ group }) => ({ kind: 'group', id: group }),
  carryOut: ({ gatekeeper }, _at, { group, limit }) =>
    gatekeeper === null ? NOBODY_NAMED : gatekeeper.setGroupLimit(group, limit),
}
