import type { Scenario } from '#shared/scenario.ts'

/** Everybody who is a member at the start or is invited at any time. */
export const membersAtAnyTime = ({ members, changes }: Scenario): ReadonlySet<string> =>
  new Set([
    ...members.map((member) => member.id),
    ...changes.flatMap((change) => (change.kind === 'inviteMember' ? [change.member.id] : [])),
  ])
