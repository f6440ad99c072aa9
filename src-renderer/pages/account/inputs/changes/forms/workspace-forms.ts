import { IconLink, IconUnlink } from '@tabler/icons-react'
import type { AfterUnlinking } from '#shared/account.ts'
import { type ChangeGround, type Choice, plansOf, workspacesOf } from '#renderer/finding/change-ground.ts'
import type { ChangeOf } from '#renderer/finding/change-in-words.ts'
import type { ChangeField } from '../change-field.ts'
import type { Forms } from '../change-form.ts'

const noneReporting = ({ account }: ChangeGround): string | null =>
  account.workspaces.some(({ kind }) => kind === 'reporting')
    ? null
    : 'The account has no reporting workspaces.'

const workspaceField = (
  change: ChangeOf<'linkWorkspace' | 'unlinkWorkspace'>,
  ground: ChangeGround,
): ChangeField => ({
  control: 'pick',
  label: 'Workspace',
  path: 'workspace',
  among: workspacesOf(ground, 'reporting'),
  value: change.workspace,
  put: (workspace) => ({ ...change, workspace }),
})

const AFTERWARDS: readonly Choice[] = [
  { value: 'newSubscription', label: 'Goes on alone' },
  { value: 'removed', label: 'Is removed' },
]
const BILLINGS: readonly Choice[] = [
  { value: 'monthly', label: 'Monthly' },
  { value: 'annual', label: 'Annual' },
]

const alone = ({ account }: ChangeGround): AfterUnlinking => ({
  kind: 'newSubscription',
  plan: account.plan,
  billing: 'monthly',
  overage: { optIn: false },
  extraSeats: 0,
})

type Alone = Extract<AfterUnlinking, { kind: 'newSubscription' }>

function aloneFields(
  change: ChangeOf<'unlinkWorkspace'>,
  after: Alone,
  ground: ChangeGround,
): readonly ChangeField[] {
  const having = (chosen: Partial<Alone>): ChangeOf<'unlinkWorkspace'> => ({
    ...change,
    afterwards: { ...after, ...chosen },
  })
  const limit: readonly ChangeField[] = after.overage.optIn
    ? [
        {
          control: 'amount',
          label: 'At most, a period',
          path: 'afterwards.overage.spendLimit',
          unit: ground.catalog?.currency ?? '',
          none: 'no limit',
          value: after.overage.spendLimit ?? null,
          put: (spendLimit) =>
            having({ overage: spendLimit === null ? { optIn: true } : { optIn: true, spendLimit } }),
        },
      ]
    : []
  return [
    {
      control: 'pick',
      label: 'Its plan',
      path: 'afterwards.plan',
      among: plansOf(ground),
      value: after.plan,
      put: (plan) => having({ plan }),
    },
    {
      control: 'choice',
      label: 'Paid',
      path: 'afterwards.billing',
      among: BILLINGS,
      value: after.billing,
      put: (billing) => having({ billing: billing === 'annual' ? 'annual' : 'monthly' }),
    },
    {
      control: 'count',
      label: 'Extra Full seats',
      path: 'afterwards.extraSeats',
      min: 0,
      value: after.extraSeats,
      put: (extraSeats) => having({ extraSeats }),
    },
    {
      control: 'toggle',
      label: 'Overage',
      hint: 'Whether it pays for credits past its own quota.',
      path: 'afterwards.overage.optIn',
      value: after.overage.optIn,
      put: (optIn) => having({ overage: { optIn } }),
    },
    ...limit,
  ]
}

/** Changes to which workspaces are billed together. */
export const WORKSPACE_FORMS: Forms<'linkWorkspace' | 'unlinkWorkspace'> = {
  linkWorkspace: {
    name: 'Link a workspace',
    group: 'workspaces',
    Icon: IconLink,
    impossible: noneReporting,
    first: (ground, on) => ({
      kind: 'linkWorkspace',
      on,
      workspace: workspacesOf(ground, 'reporting').at(-1)?.value ?? '',
    }),
    fields: (change, ground) => [workspaceField(change, ground)],
    effect: () =>
      'It shares the credits, the plan and the monthly invoice from then on; its members need seats here.',
    source: (_change, { catalog }) => catalog?.consolidation?.source,
  },
  unlinkWorkspace: {
    name: 'Unlink a workspace',
    group: 'workspaces',
    Icon: IconUnlink,
    impossible: noneReporting,
    first: (ground, on) => ({
      kind: 'unlinkWorkspace',
      on,
      workspace: workspacesOf(ground, 'reporting').at(-1)?.value ?? '',
      afterwards: alone(ground),
    }),
    fields: (change, ground) => [
      workspaceField(change, ground),
      {
        control: 'choice',
        label: 'Afterwards',
        path: 'afterwards',
        among: AFTERWARDS,
        value: change.afterwards.kind,
        put: (kind) => ({ ...change, afterwards: kind === 'removed' ? { kind } : alone(ground) }),
      },
      ...(change.afterwards.kind === 'newSubscription' ? aloneFields(change, change.afterwards, ground) : []),
    ],
    effect: ({ afterwards }) =>
      afterwards.kind === 'removed'
        ? 'Its members and their seats are gone; what is still asked for there is blocked.'
        : 'It is billed by itself from then on, with a subscription and credits of its own.',
    source: (_change, { catalog }) => catalog?.consolidation?.source,
  },
}
