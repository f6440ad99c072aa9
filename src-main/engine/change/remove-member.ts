import { type ChangeKind, theMember } from './change-kind.ts'
import { NOBODY_NAMED } from './nobody-named.ts'

/** Somebody is no member any more, and their seat is free. */
export const removeMember: ChangeKind<'removeMember'> = {
  subject: theMember,
  carryOut: ({ gatekeeper }, _at, { member }) =>
    gatekeeper === null ? NOBODY_NAMED : gatekeeper.members.remove(member),
}
