import type { AccountChange } from '#shared/account.ts'
import type { Memberships } from './memberships.ts'

/**
 * Why whoever asks for a change may not make it; null where they may, or where nobody is named: then it was decided
 * elsewhere. Admins add and remove members, assign seats and manage the subscription; a workspace's members are the
 * business of its own admins. Sources: seed 001 ("only workspace admins can assign and change seat types"), seed 000
 * ("each workspace maintains its own members").
 */
export function askingProblem(change: AccountChange, members: Memberships): string | null {
  const { by } = change
  if (by === undefined) return null
  const asking = members.find(by)
  if (asking === undefined) return `There is no member "${by}".`
  if (asking.role !== 'admin') return `"${by}" is no admin, and only admins manage ${businessOf(change)}.`
  if (asking.locked) return `"${by}" is locked.`
  const workspace = concernedWorkspace(change, members)
  if (workspace === null || members.homeOf(asking) === workspace) return null
  return `"${by}" is no admin of "${workspace}".`
}

/** Whose admins have to ask; null for those of any workspace. */
function concernedWorkspace(change: AccountChange, members: Memberships): string | null {
  switch (change.kind) {
    case 'inviteMember':
      return members.homeOf(change.member)
    case 'removeMember':
    case 'lockMember':
    case 'unlockMember':
    case 'changeSeat': {
      const member = members.find(change.member)
      return member === undefined ? null : members.homeOf(member)
    }
    case 'setGroupLimit':
    case 'setKeyLimit':
      return null
    default:
      return members.billingWorkspace
  }
}

function businessOf({ kind }: AccountChange): string {
  switch (kind) {
    case 'inviteMember':
    case 'removeMember':
    case 'lockMember':
    case 'unlockMember':
    case 'changeSeat':
      return 'members and their seats'
    case 'setGroupLimit':
    case 'setKeyLimit':
    case 'setWorkspaceLimit':
      return 'limits'
    default:
      return 'the subscription'
  }
}
