import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Recorder } from '../record/recorder.ts'
import { RecorderGroup } from '../record/recorder-group.ts'
import type { Totals } from '../record/totals.ts'
import { OccupancyWriter } from '../report/occupancy-writer.ts'
import { StopWriter } from '../report/stop-writer.ts'
import { endOf } from '../simulate/clock.ts'
import { simulate } from '../simulate/simulate.ts'
import { prepareScenario } from './prepared-scenario.ts'

/** A billed account with who held its seats and who was not served. */
export interface SeatedRun {
  readonly ladder: readonly CompiledPlan[]
  readonly end: Instant
  readonly totals: Totals
  readonly occupancy: OccupancyWriter
  readonly stops: StopWriter
}

/** `watchers` are told the run as it goes. Refused: everything in which the scenario contradicts its catalogue. */
export function seatedRun(
  catalog: Catalog,
  scenario: Scenario,
  ...watchers: readonly Recorder[]
): Result<SeatedRun> {
  const prepared = prepareScenario(catalog, scenario)
  if (!prepared.ok) return prepared
  const { plan, terms } = prepared.value
  const occupancy = new OccupancyWriter()
  const stops = new StopWriter(plan, terms.ladder, scenario.apiKeys)
  const totals = simulate(terms, new RecorderGroup(occupancy, stops, ...watchers))
  return succeed({ ladder: terms.ladder, end: endOf(terms), totals, occupancy, stops })
}

/** All that a member was not served. */
export const lostBy = ({ stops }: SeatedRun, member: string): Credits =>
  (stops.sums.get(member)?.stops ?? []).reduce((total, { credits }) => total + credits, 0)
