import { type Problem, refuseAll, type Result, succeed } from '#shared/problem.ts'
import type { Instant } from '../calendar/civil.ts'
import { seatProblem } from '../gate/seats.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { planNamed } from '../plan/plan-named.ts'
import type { Seating } from '../record/seating.ts'
import type { SeatedFrom } from '../report/occupancy-writer.ts'
import { seatPurchaseProblem, seatsAfterChange } from '../subscription/seat-purchase.ts'
import type { SeatedRun } from './seated-run.ts'

export interface Purchase {
  readonly at: Instant
  readonly count: number
}

/**
 * The Full seats that have to be bought, and when, for some members to hold Full seats from an instant on wherever the run
 * as it is has them on Basic ones: as few as it takes, each when it is first needed. A change of plan keeps of what was
 * bought what it keeps of any. Refused where the plan of the moment sells none or not so many, with what would free one.
 */
export function seatsToBuy(
  { ladder, occupancy }: SeatedRun,
  members: readonly string[],
  from: Instant,
): Result<readonly Purchase[]> {
  const purchases: Purchase[] = []
  let bought = 0
  let before: Seating | null = null
  for (const { at, seating } of stepsFrom(occupancy.steps, from)) {
    const { plan, extraSeats, held, limits } = seating
    const compiled = planNamed(ladder, plan)
    if (before !== null && before.plan !== plan) bought = keptOf(bought, before, ladder, compiled)
    before = seating
    const moving = members.filter((member) => occupancy.heldAt(member, at) === 'basic').length
    const count = held.full + moving - limits.full - bought
    if (count <= 0) continue
    const problem = seatPurchaseProblem(extraSeats + bought + count, compiled)
    if (problem !== null) {
      const wanted = { full: held.full + moving, basic: held.basic - moving }
      return refuseAll(whyNot(problem, seatProblem(wanted, { ...limits, full: limits.full + bought })))
    }
    bought += count
    purchases.push({ at, count })
  }
  return succeed(purchases)
}

/** What a change of plan keeps of the seats bought beyond those of the run as it is. */
function keptOf(
  bought: number,
  { plan, extraSeats }: Seating,
  ladder: readonly CompiledPlan[],
  to: CompiledPlan,
): number {
  const kept = (extra: number) => seatsAfterChange(extra, planNamed(ladder, plan), to)
  return kept(extraSeats + bought) - kept(extraSeats)
}

/** The steps that end after an instant, from it on. */
const stepsFrom = (steps: readonly SeatedFrom[], from: Instant) =>
  steps
    .filter((_, index) => (steps[index + 1]?.from ?? Infinity) > from)
    .map((step) => ({ at: Math.max(step.from, from), seating: step.seating }))

const whyNot = (notSold: string, tooFew: string | null): readonly Problem[] => [
  { code: 'seats.not_sold', message: notSold, path: 'members' },
  ...(tooFew === null ? [] : [{ code: 'seats.over_limit', message: tooFew, path: 'members' }]),
]
