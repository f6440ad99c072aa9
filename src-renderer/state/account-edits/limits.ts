import type { ApiKey, BillingGroup } from '#shared/account.ts'
import type { WindowAccount } from '../draft.ts'
import { freeName } from '../free-name.ts'

const ids = (list: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(list.map(({ id }) => id))

/** What nothing else is called yet: an id that is taken already, or none, stays as it was. */
const canBe = (list: readonly { readonly id: string }[], id: string): boolean =>
  id.trim() !== '' && !ids(list).has(id)

export const addGroup = (account: WindowAccount): WindowAccount => ({
  ...account,
  groups: [...account.groups, { id: freeName('Team', ids(account.groups)), members: [], limit: null }],
})

export const changeGroup = (
  account: WindowAccount,
  id: string,
  change: Partial<Omit<BillingGroup, 'id'>>,
): WindowAccount => ({
  ...account,
  groups: account.groups.map((group) => (group.id === id ? { ...group, ...change } : group)),
})

/** Calls a group otherwise, wherever it is named. */
export function renameGroup(account: WindowAccount, id: string, name: string): WindowAccount {
  if (!canBe(account.groups, name)) return account
  return {
    ...account,
    groups: account.groups.map((group) => (group.id === id ? { ...group, id: name } : group)),
    changes: account.changes.map((change) =>
      change.kind === 'setGroupLimit' && change.group === id ? { ...change, group: name } : change,
    ),
  }
}

/** Without a group, and without the dated changes of its limit. */
export const removeGroup = (account: WindowAccount, id: string): WindowAccount => ({
  ...account,
  groups: account.groups.filter((group) => group.id !== id),
  changes: account.changes.filter((change) => change.kind !== 'setGroupLimit' || change.group !== id),
})

export const addKey = (account: WindowAccount): WindowAccount => ({
  ...account,
  apiKeys: [...account.apiKeys, { id: freeName('Key', ids(account.apiKeys)), limit: null }],
})

export const changeKey = (
  account: WindowAccount,
  id: string,
  change: Partial<Omit<ApiKey, 'id'>>,
): WindowAccount => ({
  ...account,
  apiKeys: account.apiKeys.map((key) => (key.id === id ? { ...key, ...change } : key)),
})

/** Calls a key otherwise, wherever it is named. */
export function renameKey(account: WindowAccount, id: string, name: string): WindowAccount {
  if (!canBe(account.apiKeys, name)) return account
  const { usage } = account
  return {
    ...account,
    apiKeys: account.apiKeys.map((key) => (key.id === id ? { ...key, id: name } : key)),
    groups: account.groups.map((group) =>
      group.apiKeys?.includes(id) === true
        ? { ...group, apiKeys: group.apiKeys.map((key) => (key === id ? name : key)) }
        : group,
    ),
    changes: account.changes.map((change) =>
      change.kind === 'setKeyLimit' && change.apiKey === id ? { ...change, apiKey: name } : change,
    ),
    usage:
      usage.kind === 'streams'
        ? {
            ...usage,
            streams: usage.streams.map((stream) =>
              stream.apiKey === id ? { ...stream, apiKey: name } : stream,
            ),
          }
        : usage,
  }
}

/** Without a key, and without what names it: its place in groups, dated changes of its limit. Its usage names no key then. */
export function removeKey(account: WindowAccount, id: string): WindowAccount {
  const { usage } = account
  return {
    ...account,
    apiKeys: account.apiKeys.filter((key) => key.id !== id),
    groups: account.groups.map((group) =>
      group.apiKeys?.includes(id) === true
        ? { ...group, apiKeys: group.apiKeys.filter((key) => key !== id) }
        : group,
    ),
    changes: account.changes.filter((change) => change.kind !== 'setKeyLimit' || change.apiKey !== id),
    usage:
      usage.kind === 'streams'
        ? {
            ...usage,
            streams: usage.streams.map((stream) =>
              stream.apiKey === id ? { ...stream, apiKey: undefined } : stream,
            ),
          }
        : usage,
  }
}
