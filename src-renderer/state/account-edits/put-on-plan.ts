import type { PutOnPlan } from '#shared/account-on-plans.ts'
import type { Variant } from '#shared/variant.ts'
import { editContent, type WindowAccount } from '../draft.ts'

type Change = WindowAccount['changes'][number]

/** Dated changes that are left out where an account is held to one plan; as `isMove` of the engine has it. */
const MOVES: ReadonlySet<Change['kind']> = new Set(['changePlan', 'cancel', 'resume', 'refund'])

const staying = (changes: readonly Change[]): Change[] => changes.filter(({ kind }) => !MOVES.has(kind))

/** The account on a plan as it was billed on it: on the terms that it has there, and with the seats that its people need. */
export const onPlan = (account: WindowAccount, on: PutOnPlan): WindowAccount => ({
  ...account,
  ...on,
  changes: staying(account.changes),
})

/** The same as a variant of the account. */
export const variantOnPlan = (account: WindowAccount, on: PutOnPlan, name: string): Variant => ({
  name,
  ...on,
  ...(account.changes.some(({ kind }) => MOVES.has(kind)) ? { changes: staying(account.changes) } : {}),
})

/** Puts the account on a plan; `name` is the plan with the seats that are bought for it. */
export const putOnPlan = (on: PutOnPlan, name: string): void =>
  void editContent({
    label: `Move the account to ${name}`,
    of: 'plan and its seats',
    change: (content) => ({ ...content, shows: 'plan', scenario: onPlan(content.scenario, on) }),
  })
