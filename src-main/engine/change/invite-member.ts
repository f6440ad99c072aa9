import type { ChangeKind } from './change-kind.ts'
import { NOBODY_NAMED } from './nobody-named.ts'

/** Somebody becomes a member, if there is a seat for them. Source: seed 001. */
export const inviteMember: ChangeKind<'inviteMember'> = {
  subject: ({ member }) => ({ kind: 'newMember', member }),
  carryOut: ({ gatekeeper }, _at, { member }) =>
    gatekeeper === null ? NOBODY_NAMED : gatekeeper.members.invite(member),
}
