import type { Catalog } from '#shared/catalog.ts'
import type { Scenario } from '#shared/scenario.ts'
import { type AccountTerms, type DatedChange, isPlanChange, type Trial } from '../account/account-terms.ts'
import { parseDate, parseInstant } from '../calendar/civil.ts'
import { toMicros } from '../exact/amount.ts'
import type { AccountPeople, LinkedWorkspaces } from '../gate/gatekeeper.ts'
import { invoicingOf } from '../invoice/invoicing.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { scheduleOf } from './simulate.ts'
import { fundsOfScenario } from './funds-of-scenario.ts'
import { linkedAtStart } from '../usage/home-workspace.ts'
import { UsageReader } from '../usage/usage-reader.ts'

/** What the clock needs to bill a scenario that was checked against its catalogue. */
export function termsOfScenario(
  catalog: Catalog,
  scenario: Scenario,
  ladder: readonly CompiledPlan[],
  plan: CompiledPlan,
): AccountTerms {
  const { spendLimit, optIn } = scenario.overage
  const usage = new UsageReader(catalog, scenario)
  return {
    plan,
    ladder,
    billing: scenario.billing,
    optIn,
    spendLimit: spendLimit === undefined ? null : toMicros(spendLimit),
    offers: scenario.offers,
    trial: trialOf(scenario),
    ...invoicingOf(catalog, scenario),
    ...fundsOfScenario(catalog, scenario, ladder),
    extraSeats: scenario.extraSeats,
    months: scenario.months,
    schedule: scheduleOf(parseDate(scenario.start), scenario.months, ladder),
    usage: usage.sources(),
    events: usage.events(),
    changes: changesOf(scenario),
    people: peopleOf(catalog, scenario),
    freeRegenerations: catalog.freeRegenerations?.value ?? null,
    refundDays: catalog.refundDays?.value ?? null,
  }
}

const trialOf = ({ trial }: Scenario): Trial | null =>
  trial === undefined ? null : { ...trial, credits: toMicros(trial.credits) }

/** In the order they happen; at one instant plan changes first, then in the order of the scenario. */
const changesOf = ({ changes }: Scenario): readonly DatedChange[] =>
  changes
    .map((change, index) => ({ at: parseInstant(change.on), index, change }))
    .toSorted((a, b) => a.at - b.at || rankOf(a) - rankOf(b) || a.index - b.index)

const rankOf = (dated: DatedChange): number => (isPlanChange(dated) ? 0 : 1)

/** Null when nobody and no workspace is named. */
function peopleOf(catalog: Catalog, scenario: Scenario): AccountPeople | null {
  const { members, groups, apiKeys, changes } = scenario
  const workspaces = workspacesOf(catalog, scenario)
  const isAnybodyNamed =
    workspaces !== null ||
    members.length + groups.length + apiKeys.length > 0 ||
    changes.some((change) => change.kind === 'inviteMember')
  return isAnybodyNamed ? { members, groups, apiKeys, workspaces } : null
}

const workspacesOf = ({ consolidation }: Catalog, scenario: Scenario): LinkedWorkspaces | null =>
  scenario.workspaces.length === 0
    ? null
    : {
        all: scenario.workspaces,
        linkedAtStart: linkedAtStart(scenario),
        plans: consolidation?.value.plans ?? [],
      }
