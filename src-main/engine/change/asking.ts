import type { AccountChange } from '#shared/account.ts'
import type { Memberships } from '../gate/memberships.ts'
import type { Subject } from './change-kind.ts'
import { subjectOf } from './subject-of.ts'

/**
 * Why whoever asks for a change may not make it; null where they may, or where nobody is named: then it was decided
 * elsewhere. Admins add and remove members, assign seats and manage the subscription; a workspace's members are the
 * business of its own admins. Sources: seed 001 ("only workspace admins can assign and change seat types"), seed 000
 * ("each workspace maintains its own members").
 */
export function askingProblem(change: AccountChange, members: Memberships): string | null {
  const { by } = change
  if (by === undefined) return null
  const subject = subjectOf(change)
  const asking = members.find(by)
  if (asking === undefined) return `There is no member "${by}".`
  if (asking.role !== 'admin') return `"${by}" is no admin, and only admins manage ${BUSINESS[subject.kind]}.`
  if (asking.locked) return `"${by}" is locked.`
  const workspace = concernedWorkspace(subject, members)
  if (workspace === null || members.homeOf(asking) === workspace) return null
  return `"${by}" is no admin of "${workspace}".`
}

/** Whose admins have to ask; null for those of any workspace. */
function concernedWorkspace(subject: Subject, members: Memberships): string | null {
  switch (subject.kind) {
    case 'newMember':
      return members.homeOf(subject.member)
    case 'member': {
      const member = members.find(subject.id)
      return member === undefined ? null : members.homeOf(member)
    }
    case 'group':
    case 'apiKey':
      return null
    case 'subscription':
    case 'workspaceLimit':
      return members.billingWorkspace
  }
}

const BUSINESS: Readonly<Record<Subject['kind'], string>> = {
  subscription: 'the subscription',
  newMember: 'members and their seats',
  member: 'members and their seats',
  group: 'limits',
  apiKey: 'limits',
  workspaceLimit: 'limits',
}
