import type { Workspace } from '#shared/workspace.ts'
import { environmentName } from '#renderer/finding/environment-names.ts'
import type { WindowAccount } from '../draft.ts'
import { moveToWorkspace } from './move-to-workspace.ts'

type Account = Pick<WindowAccount, 'members' | 'workspaces' | 'groups'>

const asOneSays = (name: string): string => name.trim().toLowerCase()

/** What a workspace may be called: its own name, or that of where it is. */
const namesOf = ({ id, name, environment }: Workspace): readonly string[] =>
  [name, id, environment, environmentName(environment)].flatMap((one) =>
    one === undefined ? [] : [asOneSays(one)],
  )

/** Who is in a group that is called as a workspace is, and is not in that workspace: by workspace. */
function movesOf({ members, workspaces, groups }: Account): ReadonlyMap<string, readonly string[]> {
  const home = workspaces.find(({ kind }) => kind === 'billing')?.id
  const isIn = new Map(members.map(({ id, workspace = home }) => [id, workspace]))
  const moves = new Map<string, readonly string[]>()
  for (const group of groups) {
    const own = workspaces.find((workspace) => namesOf(workspace).includes(asOneSays(group.id)))
    if (own === undefined) continue
    const those = group.members.filter((member) => isIn.has(member) && isIn.get(member) !== own.id)
    if (those.length > 0) moves.set(own.id, [...(moves.get(own.id) ?? []), ...those])
  }
  return moves
}

/** How many people a billing group names the workspace of that they are not in. */
export const countByGroup = (account: Account): number =>
  [...movesOf(account).values()].reduce((count, those) => count + those.length, 0)

/** The account with everybody in the workspace that is called as their billing group is; the same where all are. */
export const peopleByGroup = (account: WindowAccount): WindowAccount =>
  [...movesOf(account)].reduce((now, [workspace, those]) => {
    const ids = new Set(those)
    const at = now.members.flatMap(({ id }, place) => (ids.has(id) ? [{ id, place }] : []))
    return moveToWorkspace(now, at, workspace)
  }, account)
