import type { WindowAccount } from '#renderer/state/draft.ts'

/** Whose usage can be, by their ids. */
export interface People {
  readonly members: readonly string[]
  readonly keys: readonly string[]
  readonly workspaces: readonly string[]
}

/** Members, also such as are invited later, keys and workspaces. */
export function peopleOf({
  members,
  changes,
  apiKeys,
  workspaces,
}: Pick<WindowAccount, 'members' | 'changes' | 'apiKeys' | 'workspaces'>): People {
  const invited = changes.flatMap((change) => (change.kind === 'inviteMember' ? [change.member.id] : []))
  return {
    members: [...new Set([...members.map(({ id }) => id), ...invited])],
    keys: apiKeys.map(({ id }) => id),
    workspaces: workspaces.map(({ id }) => id),
  }
}
