import { expect, it } from 'vitest'
import { isMove } from '#main/engine/analysis/on-every-plan.ts'
import type { PutOnPlan } from '#shared/account-on-plans.ts'
import { onPlan, variantOnPlan } from '#renderer/state/account-edits/put-on-plan.ts'
import { content } from '../support/scenarios.ts'

const ON: PutOnPlan = { plan: 'enterprise', billing: 'monthly', overage: { optIn: true }, extraSeats: 1 }
const { scenario } = content({
  changes: [
    { kind: 'changePlan', on: '2027-01-01', plan: 'scale', timing: 'now' },
    { kind: 'cancel', on: '2027-01-02' },
    { kind: 'resume', on: '2027-01-03' },
    { kind: 'buySeats', on: '2027-01-04', count: 1 },
  ],
})

it('puts an account on a plan as it was billed on it: its terms, its seats, and no move away', () => {
  expect(onPlan(scenario, ON)).toEqual({
    ...scenario,
    ...ON,
    changes: [{ kind: 'buySeats', on: '2027-01-04', count: 1 }],
  })
})

it('leaves out the changes that the engine leaves out', () => {
  expect(onPlan(scenario, ON).changes).toEqual(scenario.changes.filter((change) => !isMove(change)))
})

it('makes a variant of it, which says of changes only what is different', () => {
  const name = 'Enterprise with 1 more Full seat'
  expect(variantOnPlan(scenario, ON, name)).toEqual({
    name,
    ...ON,
    changes: [{ kind: 'buySeats', on: '2027-01-04', count: 1 }],
  })
  expect(variantOnPlan(content().scenario, ON, name)).toEqual({ name, ...ON })
})
