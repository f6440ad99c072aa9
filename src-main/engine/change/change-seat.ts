import { type ChangeKind, theMember } from './change-kind.ts'
import { NOBODY_NAMED } from './nobody-named.ts'

/** A member changes between a Full and a Basic seat. Source: seed 001. */
export const changeSeat: ChangeKind<'changeSeat'> = {
  subject: theMember,
  carryOut: ({ gatekeeper }, _at, { member, seat }) =>
    gatekeeper === null ? NOBODY_NAMED : gatekeeper.members.update(member, { seat }),
}
