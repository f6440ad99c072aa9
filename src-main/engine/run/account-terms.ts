import type { Catalog, Plan } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import { parseDate, parseInstant } from '../calendar/civil.ts'
import { toMicros } from '../exact/amount.ts'
import { ceilingOf } from '../gate/ceiling.ts'
import { Gatekeeper } from '../gate/gatekeeper.ts'
import { seatLimitsOf } from '../gate/seat-limits.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { type AccountTerms, type DatedChange, scheduleOf } from '../simulate/simulate.ts'
import { UsageRater } from '../usage/rate-usage.ts'

/** What the clock needs to bill a scenario that was checked against its catalogue. */
export function accountTermsOf(catalog: Catalog, scenario: Scenario, plan: CompiledPlan): AccountTerms {
  const { spendLimit, optIn } = scenario.overage
  const rater = new UsageRater(catalog, scenario)
  return {
    plan,
    billing: scenario.billing,
    optIn,
    spendLimit: spendLimit === undefined ? null : toMicros(spendLimit),
    offers: scenario.offers,
    months: scenario.months,
    starts: scheduleOf(parseDate(scenario.start), scenario.months, [plan]),
    usage: rater.sources(),
    events: rater.events(),
    changes: changesOf(scenario),
    gatekeeper: gatekeeperOf(scenario, plan.plan),
  }
}

/** In the order they happen; at one instant in the order of the scenario. */
const changesOf = ({ changes }: Scenario): readonly DatedChange[] =>
  changes
    .map((change, index) => ({ at: parseInstant(change.on), index, change }))
    .toSorted((a, b) => a.at - b.at || a.index - b.index)

function gatekeeperOf(scenario: Scenario, plan: Plan): Gatekeeper | null {
  const { members, groups, apiKeys, changes } = scenario
  const isAnybodyNamed = members.length + groups.length + apiKeys.length + changes.length > 0
  return isAnybodyNamed
    ? new Gatekeeper({ members, groups, apiKeys }, seatLimitsOf(plan), ceilingOf(plan))
    : null
}
