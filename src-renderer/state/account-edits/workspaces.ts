import type { AccountChange } from '#shared/account.ts'
import type { Consolidation, Workspace } from '#shared/workspace.ts'
import { environmentName } from '#renderer/finding/environment-names.ts'
import type { WindowAccount } from '../draft.ts'
import { freeName } from '../free-name.ts'

/** Where a vendor lets workspaces be. */
export type Where = Pick<Consolidation, 'billingEnvironment' | 'environments'>

const made = (id: string, kind: Workspace['kind'], environment: string): Workspace => ({
  id,
  name: id.replace(environment, () => environmentName(environment)),
  kind,
  environment,
  creditLimit: null,
})

/**
 * One workspace more: with the first comes the billing workspace, where the vendor has it. It is in the first
 * environment that has none yet, and named after it.
 */
export function addWorkspace(
  account: WindowAccount,
  { billingEnvironment, environments }: Where,
): WindowAccount {
  const { workspaces } = account
  const before: readonly Workspace[] = workspaces.some(({ kind }) => kind === 'billing')
    ? workspaces
    : [made(freeName(billingEnvironment, idsOf(workspaces)), 'billing', billingEnvironment), ...workspaces]
  const taken = new Set(before.map(({ environment }) => environment))
  const environment = environments.find((one) => !taken.has(one)) ?? billingEnvironment
  const added = made(freeName(environment, idsOf(before)), 'reporting', environment)
  return { ...account, workspaces: [...before, added] }
}

/**
 * The workspaces of these names besides those that there are, each in the environment that its name says, else where the
 * billing workspace has to be. Where there is no billing workspace yet, it is the first of them that is in that
 * environment, or one that is made for it.
 */
export function addWorkspacesNamed(
  account: WindowAccount,
  names: readonly string[],
  { billingEnvironment, environments }: Where,
): WindowAccount {
  if (names.length === 0) return account
  const added = names.map((id) => ({
    id,
    environment: environments.find((one) => isNamedAfter(id, one)) ?? billingEnvironment,
  }))
  const { workspaces } = account
  const hasBilling = workspaces.some(({ kind }) => kind === 'billing')
  const billing = hasBilling
    ? undefined
    : (added.find(({ id }) => isNamedAfter(id, billingEnvironment)) ??
      added.find(({ environment }) => environment === billingEnvironment))
  const ownBilling =
    hasBilling || billing
      ? []
      : [made(freeName(billingEnvironment, new Set(names)), 'billing' as const, billingEnvironment)]
  const all = added.map((one) => ({
    id: one.id,
    name: one.id,
    kind: one === billing ? ('billing' as const) : ('reporting' as const),
    environment: one.environment,
    creditLimit: null,
  }))
  return { ...account, workspaces: [...workspaces, ...ownBilling, ...all] }
}

const isNamedAfter = (name: string, environment: string): boolean =>
  [environment, environmentName(environment)].some((one) => one.toLowerCase() === name.toLowerCase())

const idsOf = (workspaces: readonly Workspace[]): ReadonlySet<string> =>
  new Set(workspaces.map(({ id }) => id))

export const changeWorkspace = (
  account: WindowAccount,
  id: string,
  change: Partial<Omit<Workspace, 'id'>>,
): WindowAccount => ({
  ...account,
  workspaces: account.workspaces.map((workspace) =>
    workspace.id === id ? { ...workspace, ...change } : workspace,
  ),
})

/** How much names a workspace: members, keys, usage and dated changes. */
export interface NamedIn {
  readonly members: number
  readonly keys: number
  readonly streams: number
  readonly changes: number
}

const namesIt = (change: AccountChange, id: string): boolean =>
  (change.kind === 'linkWorkspace' ||
    change.kind === 'unlinkWorkspace' ||
    change.kind === 'setWorkspaceLimit') &&
  change.workspace === id

export function namedIn({ members, apiKeys, usage, changes }: WindowAccount, id: string): NamedIn {
  const streams = usage.kind === 'streams' ? usage.streams : []
  return {
    members: members.filter(({ workspace }) => workspace === id).length,
    keys: apiKeys.filter(({ workspace }) => workspace === id).length,
    streams: streams.filter(({ workspace }) => workspace === id).length,
    changes: changes.filter((change) => namesIt(change, id)).length,
  }
}

/** Without a workspace: who was in it is in the billing workspace, and dated changes of it are gone. */
export function removeWorkspace(account: WindowAccount, id: string): WindowAccount {
  const moved = <T extends { readonly workspace?: string | undefined }>(one: T): T =>
    one.workspace === id ? { ...one, workspace: undefined } : one
  const { usage } = account
  return {
    ...account,
    workspaces: account.workspaces.filter((workspace) => workspace.id !== id),
    members: account.members.map(moved),
    apiKeys: account.apiKeys.map(moved),
    changes: account.changes
      .filter((change) => !namesIt(change, id))
      .map((change) =>
        change.kind === 'inviteMember' && change.member.workspace === id
          ? { ...change, member: moved(change.member) }
          : change,
      ),
    usage: usage.kind === 'streams' ? { ...usage, streams: usage.streams.map(moved) } : usage,
  }
}
