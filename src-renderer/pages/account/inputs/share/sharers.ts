import type { Member } from '#shared/account.ts'
import type { Workspace } from '#shared/workspace.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import type { Sharers } from './ShareOut.tsx'

const isFull = ({ role, seat }: Member): boolean => role === 'admin' || seat === 'full'

/** The people of an account by their seats; who is locked uses nothing. */
export function sharersBySeat({
  members,
  workspaces,
}: Pick<WindowAccount, 'members' | 'workspaces'>): readonly Sharers[] {
  const home = workspaces.find(({ kind }) => kind === 'billing')?.id
  const of = (those: readonly Member[]) =>
    those.map(({ id, workspace = home }) => (workspace === undefined ? { id } : { id, workspace }))
  const active = members.filter(({ locked }) => !locked)
  const seats = [
    { id: 'full', name: 'Full', parts: 3, of: of(active.filter(isFull)) },
    { id: 'basic', name: 'Basic', parts: 1, of: of(active.filter((member) => !isFull(member))) },
  ]
  return seats.filter(({ of: those }) => those.length > 0)
}

export const sharersByWorkspace = (workspaces: readonly Workspace[]): readonly Sharers[] =>
  workspaces.map(({ id, name = id }) => ({ id, name, parts: 1, of: [{ id }] }))
