import { IconBuildingBank, IconKey, IconUsersGroup } from '@tabler/icons-react'
import { type ChangeGround, groupsOf, keysOf, workspacesOf } from '#renderer/finding/change-ground.ts'
import type { ChangeOf } from '#renderer/finding/change-in-words.ts'
import type { ChangeField } from '../change-field.ts'
import { type Forms, noSource } from '../change-form.ts'

type OfLimit = ChangeOf<'setGroupLimit' | 'setKeyLimit' | 'setWorkspaceLimit'>

const limitField = (change: OfLimit): ChangeField => ({
  control: 'amount',
  label: 'Limit a period',
  path: 'limit',
  unit: 'credits',
  none: 'no limit',
  value: change.limit,
  put: (limit) => ({ ...change, limit }),
})

const effect = ({ limit }: OfLimit): string =>
  limit === null
    ? 'Only the credits of the account hold it back from then on; no price changes.'
    : 'What is used beyond it within a billing period is blocked; no price changes.'

function noWorkspaceLimits({ account, catalog }: ChangeGround): string | null {
  if (account.workspaces.length === 0) return 'The account has no workspaces.'
  if (catalog === null || catalog.consolidation?.value.perWorkspaceLimits === true) return null
  return `${catalog.name} has no limits of single workspaces.`
}

const FIRST_LIMIT = '10000'

/** Changes to how many credits a part of the account may use. */
export const LIMIT_FORMS: Forms<'setGroupLimit' | 'setKeyLimit' | 'setWorkspaceLimit'> = {
  setGroupLimit: {
    name: 'Limit a billing group',
    group: 'limits',
    Icon: IconUsersGroup,
    impossible: ({ account }) => (account.groups.length > 0 ? null : 'The account has no billing groups.'),
    first: (ground, on) => ({
      kind: 'setGroupLimit',
      on,
      group: groupsOf(ground)[0]?.value ?? '',
      limit: FIRST_LIMIT,
    }),
    fields: (change, ground) => [
      {
        control: 'pick',
        label: 'Group',
        path: 'group',
        among: groupsOf(ground),
        value: change.group,
        put: (group) => ({ ...change, group }),
      },
      limitField(change),
    ],
    effect,
    source: noSource,
  },
  setKeyLimit: {
    name: 'Limit an API key',
    group: 'limits',
    Icon: IconKey,
    impossible: ({ account }) => (account.apiKeys.length > 0 ? null : 'The account has no API keys.'),
    first: (ground, on) => ({
      kind: 'setKeyLimit',
      on,
      apiKey: keysOf(ground)[0]?.value ?? '',
      limit: FIRST_LIMIT,
    }),
    fields: (change, ground) => [
      {
        control: 'pick',
        label: 'API key',
        path: 'apiKey',
        among: keysOf(ground),
        value: change.apiKey,
        put: (apiKey) => ({ ...change, apiKey }),
      },
      limitField(change),
    ],
    effect,
    source: noSource,
  },
  setWorkspaceLimit: {
    name: 'Limit a workspace',
    group: 'limits',
    Icon: IconBuildingBank,
    impossible: noWorkspaceLimits,
    first: (ground, on) => ({
      kind: 'setWorkspaceLimit',
      on,
      workspace: workspacesOf(ground).at(-1)?.value ?? '',
      limit: FIRST_LIMIT,
    }),
    fields: (change, ground) => [
      {
        control: 'pick',
        label: 'Workspace',
        path: 'workspace',
        among: workspacesOf(ground),
        value: change.workspace,
        put: (workspace) => ({ ...change, workspace }),
      },
      limitField(change),
    ],
    effect,
    source: (_change, { catalog }) => catalog?.consolidation?.source,
  },
}
