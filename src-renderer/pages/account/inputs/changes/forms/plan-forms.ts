import { IconArrowBackUp, IconBan, IconReceiptRefund, IconSwitchVertical } from '@tabler/icons-react'
import type { PlanChangeMode } from '#shared/account.ts'
import type { Catalog } from '#shared/catalog.ts'
import {
  type ChangeGround,
  type Choice,
  planBefore,
  plansOf,
  stepOf,
} from '#renderer/finding/change-ground.ts'
import type { ChangeOf } from '#renderer/finding/change-in-words.ts'
import { plural } from '#renderer/format/figures.ts'
import { type ChangeField, NO_FIELDS } from '../change-field.ts'
import { always, type Forms, noSource } from '../change-form.ts'

const AS_IT_IS = ''

const MODES: readonly Choice[] = [
  { value: AS_IT_IS, label: 'As usual: a new cycle' },
  { value: 'restartCycle', label: 'New cycle' },
  { value: 'prorated', label: 'Prorated' },
  { value: 'difference', label: 'Difference in full' },
  { value: 'doNotBill', label: 'Not before the renewal' },
]

const BILLINGS: readonly Choice[] = [
  { value: AS_IT_IS, label: 'As it is' },
  { value: 'monthly', label: 'Monthly' },
  { value: 'annual', label: 'Annual' },
]

const TIMINGS: readonly Choice[] = [
  { value: AS_IT_IS, label: 'As usual' },
  { value: 'now', label: 'Now' },
  { value: 'termEnd', label: 'Term’s end' },
]

/** A copy without what was chosen to be as usual. */
function having(
  change: ChangeOf<'changePlan'>,
  chosen: Partial<Pick<ChangeOf<'changePlan'>, 'billing' | 'mode' | 'timing'>>,
): ChangeOf<'changePlan'> {
  const { billing, mode, timing, ...rest } = { ...change, ...chosen }
  return {
    ...rest,
    ...(billing === undefined ? {} : { billing }),
    ...(mode === undefined ? {} : { mode }),
    ...(timing === undefined ? {} : { timing }),
  }
}

const billingOf = (text: string) => (text === 'monthly' || text === 'annual' ? text : undefined)
const timingOf = (text: string) => (text === 'now' || text === 'termEnd' ? text : undefined)
const MODE_NAMES: readonly PlanChangeMode[] = ['restartCycle', 'prorated', 'difference', 'doNotBill']
const modeOf = (text: string) => MODE_NAMES.find((mode) => mode === text)

const planFields = (change: ChangeOf<'changePlan'>, ground: ChangeGround): readonly ChangeField[] => [
  {
    control: 'pick',
    label: 'Plan',
    path: 'plan',
    among: plansOf(ground),
    value: change.plan,
    put: (plan) => ({ ...change, plan }),
  },
  {
    control: 'choice',
    label: 'Paid',
    path: 'billing',
    among: BILLINGS,
    value: change.billing ?? AS_IT_IS,
    put: (billing) => having(change, { billing: billingOf(billing) }),
  },
  {
    control: 'choice',
    label: 'When',
    path: 'timing',
    among: TIMINGS,
    value: change.timing ?? AS_IT_IS,
    put: (timing) => having(change, { timing: timingOf(timing) }),
  },
  {
    control: 'pick',
    label: 'Billed as',
    path: 'mode',
    among: MODES,
    value: change.mode ?? AS_IT_IS,
    put: (mode) => having(change, { mode: modeOf(mode) }),
  },
]

const MODE_EFFECTS: Readonly<Record<PlanChangeMode, string>> = {
  restartCycle:
    'The new price is charged in full that day and a new cycle starts; outstanding overage is billed at the old rates.',
  prorated: 'The unused part of the old price is credited and the rest of the term charged at the new one.',
  difference: 'The difference of the two prices is charged in full; the cycle stays.',
  doNotBill: 'Nothing is billed before the renewal, which costs the new price; the cycle stays.',
}

function planEffect(change: ChangeOf<'changePlan'>, ground: ChangeGround): string {
  const step = stepOf(ground, change)
  const waits = change.timing === 'termEnd' || (change.timing === undefined && step === 'down')
  if (waits)
    return 'The account stays as it is until the paid term ends, then renews at the new price; unused credits are lost on a lower plan.'
  if (step === 'same' && change.billing === 'monthly' && change.timing === undefined)
    return 'A year that is paid runs to its end, then every month is paid by itself.'
  return MODE_EFFECTS[change.mode ?? 'restartCycle']
}

const planNamed = (catalog: Catalog | null, id: string) => catalog?.plans.find((plan) => plan.id === id)

/** The next plan up from the one in force by then, or the last one. */
function nextPlan(ground: ChangeGround, on: string): string {
  const plans = ground.catalog?.plans.map(({ id }) => id) ?? []
  const place = plans.indexOf(planBefore(ground, { on }))
  return plans[place + 1] ?? plans.at(-1) ?? ground.account.plan
}

/** Changes to what plan the account is on. */
export const PLAN_FORMS: Forms<'changePlan' | 'cancel' | 'refund' | 'resume'> = {
  changePlan: {
    name: 'Change the plan',
    group: 'plan',
    Icon: IconSwitchVertical,
    impossible: always,
    first: (ground, on) => ({ kind: 'changePlan', on, plan: nextPlan(ground, on) }),
    fields: planFields,
    effect: planEffect,
    source: ({ plan }, { catalog }) => planNamed(catalog, plan)?.price.monthly.source,
  },
  cancel: {
    name: 'Cancel the subscription',
    group: 'plan',
    Icon: IconBan,
    impossible: always,
    first: (_ground, on) => ({ kind: 'cancel', on }),
    fields: () => NO_FIELDS,
    effect: () =>
      'The paid term runs to its end, unused credits are lost then, and the account goes on with the free plan.',
    source: noSource,
  },
  refund: {
    name: 'Refund the term',
    group: 'plan',
    Icon: IconReceiptRefund,
    impossible: ({ catalog }) =>
      catalog === null || catalog.refundDays !== undefined ? null : `${catalog.name} gives no price back.`,
    first: (_ground, on) => ({ kind: 'refund', on }),
    fields: () => NO_FIELDS,
    effect: (_change, { catalog }) =>
      `Within ${plural(catalog?.refundDays?.value ?? 0, 'day')} of payment and before any credit is used, the term’s price is given back and the free plan begins at once.`,
    source: (_change, { catalog }) => catalog?.refundDays?.source,
  },
  resume: {
    name: 'Withdraw a waiting change',
    group: 'plan',
    Icon: IconArrowBackUp,
    impossible: always,
    first: (_ground, on) => ({ kind: 'resume', on }),
    fields: () => NO_FIELDS,
    effect: () =>
      'A cancellation or a change of plan that waits for the end of the term does not happen; the term renews as it is.',
    source: noSource,
  },
}
