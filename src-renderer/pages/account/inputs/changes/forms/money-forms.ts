import { IconGauge, IconPackage, IconRefresh, IconTicket, IconWallet } from '@tabler/icons-react'
import type { AutoTopUp } from '#shared/prepaid.ts'
import type { PastQuota } from '#shared/catalog.ts'
import { type ChangeGround, couponsOf, packsOf, planBefore } from '#renderer/finding/change-ground.ts'
import type { ChangeOf } from '#renderer/finding/change-in-words.ts'
import type { ChangeField } from '../change-field.ts'
import { always, type Forms, noSource } from '../change-form.ts'

const currencyOf = ({ catalog }: ChangeGround): string => catalog?.currency ?? ''

const pastQuotaThen = (ground: ChangeGround, change: { readonly on: string }): PastQuota | undefined =>
  ground.catalog?.plans.find(({ id }) => id === planBefore(ground, change))?.pastQuota

type Prepaid = Extract<PastQuota, { kind: 'prepaid' }>

const prepaidThen = (ground: ChangeGround, change: { readonly on: string }): Prepaid | undefined => {
  const then = pastQuotaThen(ground, change)
  return then?.kind === 'prepaid' ? then : undefined
}

function overageSource(change: { readonly on: string }, ground: ChangeGround): string | undefined {
  const then = pastQuotaThen(ground, change)
  switch (then?.kind) {
    case 'postpaid':
      return then.charge.source
    case 'prepaid':
      return then.value.source
    case 'block':
      return then.source
    case undefined:
      return undefined
  }
}

const overageFields = (change: ChangeOf<'setOverage'>, ground: ChangeGround): readonly ChangeField[] => {
  const toggle: ChangeField = {
    control: 'toggle',
    label: 'Overage',
    hint: 'Past the credits on hand: on pays for more, off blocks it.',
    path: 'optIn',
    value: change.optIn,
    put: (optIn) => ({ ...change, optIn, spendLimit: optIn ? change.spendLimit : null }),
  }
  if (!change.optIn) return [toggle]
  return [
    toggle,
    {
      control: 'amount',
      label: 'At most, a period',
      path: 'spendLimit',
      unit: currencyOf(ground),
      none: 'no limit',
      value: change.spendLimit,
      put: (spendLimit) => ({ ...change, spendLimit }),
    },
  ]
}

const noWallet = ({ account }: ChangeGround): string | null =>
  account.prepaid.kind === 'wallet' ? null : 'The account keeps no prepaid balance of its own.'

type Amounts = Exclude<AutoTopUp, 'off'>

function havingAmount(auto: Amounts, which: keyof Amounts, amount: string | null): Amounts {
  const { [which]: _before, ...rest } = auto
  return amount === null ? rest : { ...rest, [which]: amount }
}

const autoFields = (change: ChangeOf<'autoTopUp'>, ground: ChangeGround): readonly ChangeField[] => {
  const auto = change.autoTopUp
  const toggle: ChangeField = {
    control: 'toggle',
    label: 'Automatic top-up',
    hint: 'Puts money in each time the balance falls below its mark.',
    path: 'autoTopUp',
    value: auto !== 'off',
    put: (on) => ({ ...change, autoTopUp: on ? {} : 'off' }),
  }
  if (auto === 'off') return [toggle]
  const amount = (label: string, which: keyof Amounts): ChangeField => ({
    control: 'amount',
    label,
    path: `autoTopUp.${which}`,
    unit: currencyOf(ground),
    none: 'as the plan',
    value: auto[which] ?? null,
    put: (figure) => ({ ...change, autoTopUp: havingAmount(auto, which, figure) }),
  })
  return [toggle, amount('Each time', 'amount'), amount('Below a balance of', 'below')]
}

const packNamed = ({ catalog }: ChangeGround, id: string) => catalog?.packs?.find((pack) => pack.id === id)

/** Changes to what is paid besides the plan and its seats. */
export const MONEY_FORMS: Forms<'setOverage' | 'buyPack' | 'topUp' | 'autoTopUp' | 'redeemCoupon'> = {
  setOverage: {
    name: 'Turn overage on or off',
    group: 'money',
    Icon: IconGauge,
    impossible: always,
    first: ({ account }, on) => ({ kind: 'setOverage', on, optIn: !account.overage.optIn, spendLimit: null }),
    fields: overageFields,
    effect: ({ optIn }) =>
      optIn
        ? 'What is used past the credits on hand is served and paid for at the plan’s rate.'
        : 'What is used past the credits on hand is blocked; overage until then is still billed.',
    source: overageSource,
  },
  buyPack: {
    name: 'Buy a credit pack',
    group: 'money',
    Icon: IconPackage,
    impossible: (ground) =>
      ground.catalog === null || packsOf(ground).length > 0 ? null : `${ground.catalog.name} has no packs.`,
    first: (ground, on) => ({ kind: 'buyPack', on, pack: packsOf(ground)[0]?.value ?? '', count: 1 }),
    fields: (change, ground) => [
      {
        control: 'pick',
        label: 'Pack',
        path: 'pack',
        among: packsOf(ground),
        value: change.pack,
        put: (pack) => ({ ...change, pack }),
      },
      {
        control: 'count',
        label: 'How many',
        path: 'count',
        min: 1,
        value: change.count,
        put: (count) => ({ ...change, count }),
      },
    ],
    effect: () =>
      'Paid at once; the credits are there at once and stay as long as the pack says, on any plan.',
    source: ({ pack }, ground) => packNamed(ground, pack)?.charge.source,
  },
  topUp: {
    name: 'Top up the balance',
    group: 'money',
    Icon: IconWallet,
    impossible: noWallet,
    first: (ground, on) => ({
      kind: 'topUp',
      on,
      amount: prepaidThen(ground, { on })?.minimumTopUp.value ?? '100',
    }),
    fields: (change, ground) => [
      {
        control: 'amount',
        label: 'Amount',
        path: 'amount',
        unit: currencyOf(ground),
        value: change.amount,
        put: (amount) => ({ ...change, amount: amount ?? change.amount }),
      },
    ],
    effect: () => 'Paid at once into the prepaid balance, which serves what the plan’s credits do not.',
    source: (change, ground) => prepaidThen(ground, change)?.minimumTopUp.source,
  },
  autoTopUp: {
    name: 'Set automatic top-up',
    group: 'money',
    Icon: IconRefresh,
    impossible: noWallet,
    first: (_ground, on) => ({ kind: 'autoTopUp', on, autoTopUp: {} }),
    fields: autoFields,
    effect: ({ autoTopUp }) =>
      autoTopUp === 'off'
        ? 'Nothing is put in any more; an empty balance blocks what is past the credits.'
        : 'Each top-up is paid when it happens, as often as the balance falls below its mark.',
    source: (change, ground) => prepaidThen(ground, change)?.autoTopUp.source,
  },
  redeemCoupon: {
    name: 'Redeem a coupon',
    group: 'money',
    Icon: IconTicket,
    impossible: (ground) => (couponsOf(ground).length > 0 ? null : 'No coupon is agreed in the terms.'),
    first: (ground, on) => ({ kind: 'redeemCoupon', on, coupon: couponsOf(ground)[0]?.value ?? '' }),
    fields: (change, ground) => [
      {
        control: 'pick',
        label: 'Coupon',
        path: 'coupon',
        among: couponsOf(ground),
        value: change.coupon,
        put: (coupon) => ({ ...change, coupon }),
      },
    ],
    effect: () => 'Its discount holds from then on, for an invoice of the same instant too.',
    source: noSource,
  },
}
