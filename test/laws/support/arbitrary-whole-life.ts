import * as fc from 'fast-check'
import type { AccountChange } from '#shared/account.ts'
import { Catalog, type Plan } from '#shared/catalog.ts'
import { Scenario } from '#shared/scenario.ts'
import { figure } from '../../engine/support/build.ts'
import type { Account } from './arbitrary-account.ts'
import { anyLife } from './arbitrary-life.ts'
import { anyPeople } from './arbitrary-people.ts'

/*
 * Accounts that have both: people with seats, groups, keys and ceilings who use products, and a subscription that changes
 * its plan, cancels, buys and gives back seats. Plans differ in their seats, so that a change locks some and lets others
 * in; some changes are asked for by a member, who may be no admin.
 */

export const anyWholeLife: fc.Arbitrary<Account> = fc
  .record({ people: anyPeople, life: anyLife, asking: fc.array(fc.nat(9), { minLength: 17, maxLength: 17 }) })
  .map(({ people, life, asking }) => {
    const catalog = catalogOf(people.catalog, life)
    const moved = movedTo(life.scenario.start, people.scenario.start)
    const changes = [
      ...life.scenario.changes,
      ...people.scenario.changes.map((change) => ({ ...change, on: moved(change.on) })),
    ]
    const scenario = Scenario.parse({
      ...life.scenario,
      catalog,
      members: people.scenario.members,
      groups: people.scenario.groups,
      apiKeys: people.scenario.apiKeys,
      changes: changes.map((change, index) => asked(change, people.scenario, asking[index] ?? 0)),
      usage: people.scenario.usage,
      usageEvents: people.scenario.usageEvents.map((event) => ({ ...event, at: moved(event.at) })),
    })
    return { catalog, scenario }
  })

/** The plans of a life with the seats of the people: as many where they start, fewer below it and more above. */
function catalogOf(people: Catalog, { catalog, scenario }: Account): Catalog {
  const seats = people.plans[0]?.seats
  const first = catalog.plans.findIndex(({ id }) => id === scenario.plan)
  const seated = (plan: Plan, index: number): Plan => ({
    ...plan,
    seats: {
      ...plan.seats,
      full: figure(Math.max(0, (seats?.full.value ?? 0) + index - first)),
      basic: figure(seats?.basic.value ?? 0),
      basicCeiling: seats?.basicCeiling ?? null,
    },
  })
  const { currency, refundDays } = catalog
  return Catalog.parse({ ...people, currency, refundDays, plans: catalog.plans.map(seated) })
}

const movedTo =
  (start: string, from: string) =>
  (on: string): string =>
    new Date(Date.parse(start) + Date.parse(on) - Date.parse(from)).toISOString()

/** Of ten changes about three are asked for by somebody who is there from the start. */
function asked(change: AccountChange, { members }: Scenario, number: number): AccountChange {
  const by = members[number]?.id
  return by === undefined || number > 2 ? change : { ...change, by }
}
