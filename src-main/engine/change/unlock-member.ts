import { type ChangeKind, theMember } from './change-kind.ts'
import { NOBODY_NAMED } from './nobody-named.ts'

/** A locked member takes a seat again, if there is one. Source: seed 001. */
export const unlockMember: ChangeKind<'unlockMember'> = {
  subject: theMember,
  carryOut: ({ gatekeeper }, _at, { member }) =>
    gatekeeper === null ? NOBODY_NAMED : gatekeeper.members.update(member, { locked: false }),
}
