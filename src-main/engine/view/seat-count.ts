import type { Catalog } from '#shared/catalog.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { SeatCount } from '#shared/seat-count.ts'
import { Memberships } from '../gate/memberships.ts'
import { seatsForSale, soldBy } from '../gate/seat-limits.ts'
import { seatProblem, withoutSeat } from '../gate/seats.ts'
import { Workspaces } from '../gate/workspaces.ts'
import { linkedAtStart } from '../usage/home-workspace.ts'
import { seatsHeld } from './seat-steps.ts'

/**
 * The seats that the members of a scenario hold on its first day, before any dated change, how many more fit, and who would
 * be locked. The scenario need not be one that can be billed, and nothing is billed: it is as it is being typed. Members
 * of workspaces that are not linked then have their seats elsewhere; of two members with one id the later counts. `catalog`
 * has the agreed terms in place. Sources: seeds 000 and 001, facts §5. Refused: a plan that the catalogue has not.
 */
export function countSeats(catalog: Catalog, scenario: Scenario): Result<SeatCount> {
  const plan = catalog.plans.find(({ id }) => id === scenario.plan)
  if (plan === undefined) {
    const message = `The catalogue ${catalog.id} has no plan "${scenario.plan}".`
    return refuse({ code: 'plan.unknown', message, path: 'plan' })
  }
  const { extraSeats, workspaces } = scenario
  const members = [...new Map(scenario.members.map((member) => [member.id, member])).values()]
  const links =
    workspaces.length === 0 ? null : new Workspaces(workspaces, linkedAtStart(scenario), [plan.id])
  const sold = soldBy(plan, extraSeats)
  const memberships = new Memberships(members, links, { plan }, sold)
  const { held, limits } = memberships
  memberships.setPlan({ plan }, sold)
  const locked = members.filter((member) => !member.locked && memberships.find(member.id)?.locked === true)
  return succeed({
    plan: plan.id,
    extraSeats,
    isByContract: plan.custom,
    ...seatsHeld({ held, limits }, seatsForSale(plan, extraSeats)),
    locked: held.locked,
    people: held.full + held.basic,
    withoutSeat: withoutSeat(held, limits),
    problem: seatProblem(held, limits),
    wouldLock: locked.map(({ id }) => id),
  })
}
