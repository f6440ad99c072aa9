import { type ChangeKind, theMember } from './change-kind.ts'
import { NOBODY_NAMED } from './nobody-named.ts'

/** A locked member can use nothing, and their seat is free. Source: seed 001. */
export const lockMember: ChangeKind<'lockMember'> = {
  subject: theMember,
  carryOut: ({ gatekeeper }, _at, { member }) =>
    gatekeeper === null ? NOBODY_NAMED : gatekeeper.members.update(member, { locked: true }),
}
