import type { WindowAccount } from '../draft.ts'
import { changeMembers, type MemberAt, placesOf } from './members.ts'

/**
 * The account with members moved to another workspace. Their usage and later invitations under the same name go with
 * them: a member uses nothing elsewhere, and is a member of one workspace.
 */
export function moveToWorkspace(
  account: WindowAccount,
  at: readonly MemberAt[],
  workspace: string,
): WindowAccount {
  const moved = changeMembers(account, at, (member) =>
    member.workspace === workspace ? member : { ...member, workspace },
  )
  if (moved === account) return account
  const places = placesOf(account.members, at)
  const ids = new Set([...places].flatMap((place) => account.members[place]?.id ?? []))
  const keys = new Set(account.apiKeys.flatMap(({ id, member = '' }) => (ids.has(member) ? [id] : [])))
  const { usage } = account
  return {
    ...moved,
    usage:
      usage.kind === 'streams'
        ? {
            ...usage,
            streams: usage.streams.map((stream) =>
              stream.workspace !== undefined &&
              (ids.has(stream.member ?? '') || keys.has(stream.apiKey ?? ''))
                ? { ...stream, workspace }
                : stream,
            ),
          }
        : usage,
    changes: account.changes.map((change) =>
      change.kind === 'inviteMember' && ids.has(change.member.id)
        ? { ...change, member: { ...change.member, workspace } }
        : change,
    ),
  }
}
