import type { Plan } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import { seatsShort } from './workspace-alone.ts'

/**
 * The scenario on a plan, with overage on, or off, from beginning to end: what it changes on a date it changes there as
 * well, but for opting in and out. On a plan that is not its own it has the Full seats that its members need there, and
 * none bought for its own.
 */
export function overageThroughout(scenario: Scenario, plan: Plan, isOn: boolean): Scenario {
  const { spendLimit } = scenario.overage
  return {
    ...scenario,
    plan: plan.id,
    billing: plan.price.annual === null ? 'monthly' : scenario.billing,
    extraSeats: plan.id === scenario.plan ? scenario.extraSeats : seatsShort(scenario.members, plan),
    overage: isOn ? { optIn: true, spendLimit } : { optIn: false },
    changes: scenario.changes.filter((change) => change.kind !== 'setOverage' || (isOn && change.optIn)),
  }
}
