import type { Catalog } from '#shared/catalog.ts'
import type { FullSeatCost, FullSeatInput, FullSeats } from '#shared/full-seat.ts'
import { firstOf, type Problem, refuseAll, type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { dateText, type Instant, instantText, parseDate } from '../calendar/civil.ts'
import { creditsText, moneyText } from '../exact/amount.ts'
import { membersAtAnyTime } from '../diagnose/known-members.ts'
import { priced } from '../diagnose/out-of-bounds.ts'
import { SCENARIO_SUSPECTS } from '../diagnose/suspects.ts'
import { totalOf } from '../record/totals.ts'
import { type Changed, onFullSeats } from './on-full-seats.ts'
import type { OnProgress } from './progress.ts'
import { runCost } from './run-cost.ts'
import { lostBy, type SeatedRun, seatedRun } from './seated-run.ts'
import { seatsToBuy } from './seats-to-buy.ts'

/** Of a thousand members for whom everything is wrong, the first hundred of each would be megabytes. */
const MOST_OF_ONE = 10

/**
 * What Full seats would cost some Basic members, and how much less would be blocked: each by themselves, and all together.
 * Each answer is the difference of two runs of the whole account: as it is, and with them on Full seats from the start or
 * from a date, with as many seats bought as it takes where all Full seats are held. It cannot be done where the plan sells
 * too few, with what would free one; nor where a change of the scenario would be refused or members be locked because of
 * it. Refused: members nobody knows, a date outside the run, and everything in which the scenario contradicts its
 * catalogue. Source: seed 001.
 */
export function fullSeats(
  catalog: Catalog,
  scenario: Scenario,
  { members, from: date }: Omit<FullSeatInput, 'scenario'>,
  onProgress?: OnProgress,
): Result<FullSeats> {
  const from = parseDate(date ?? scenario.start)
  const asIs = seatedRun(catalog, scenario)
  if (!asIs.ok) return asIs
  const problems = problemsOf(scenario, asIs.value, members, from)
  if (problems.length > 0) return refuseAll(problems)
  const asked = [...new Set(members)]
  const trial = { catalog, scenario, asIs: asIs.value, from }
  const each = asked.map((member, index) => {
    onProgress?.(index, asked.length + 1)
    return tryFull(trial, [member])
  })
  onProgress?.(asked.length, asked.length + 1)
  const basic = asked.filter((member) => isEverBasic(trial.asIs, member, from))
  const [first, ...others] = each
  const isAlone = first !== undefined && others.length === 0
  const together = isAlone ? first : tryFull(trial, basic.length === 0 ? asked : basic)
  return succeed({ from: dateText(from), asIs: runCost(trial.asIs.totals), each, together })
}

interface Trial {
  readonly catalog: Catalog
  readonly scenario: Scenario
  readonly asIs: SeatedRun
  readonly from: Instant
}

function problemsOf(
  scenario: Scenario,
  { end }: SeatedRun,
  members: readonly string[],
  from: Instant,
): readonly Problem[] {
  const known = membersAtAnyTime(scenario)
  const isOutside = from < parseDate(scenario.start) || from >= end
  const message = 'The date lies outside the time the scenario runs.'
  return [
    ...(isOutside ? [{ code: 'changes.outside_run', message, path: 'from' }] : []),
    ...members.flatMap((name, index) => {
      if (known.has(name)) return []
      const path = `members.${index}`
      return [{ code: 'people.unknown_member', message: `There is no member "${name}".`, path }]
    }),
  ]
}

/** The difference that some members on Full seats make, or why they cannot have them. */
function tryFull(trial: Trial, members: readonly string[]): FullSeatCost {
  const { catalog, scenario, asIs, from } = trial
  const outsiders = members.filter((member) => !isEverBasic(asIs, member, from))
  if (outsiders.length > 0)
    return cannot(
      members,
      outsiders.map((member) => notBasic(member, from)),
    )
  const purchases = seatsToBuy(asIs, members, from)
  if (!purchases.ok) return cannot(members, purchases.problems)
  const changed = onFullSeats(scenario, asIs.occupancy, members, from, purchases.value)
  const billed = priced(changed.scenario, SCENARIO_SUSPECTS, (some) => seatedRun(catalog, some))
  if (!billed.ok) return cannot(members, billed.problems)
  const then = billed.value
  const harm = harmOf(asIs, then, changed)
  if (harm !== null) return cannot(members, [harm])
  return {
    kind: 'billed',
    members: [...members],
    bought: purchases.value.map(({ at, count }) => ({ at: instantText(at), count })),
    cost: runCost(then.totals),
    difference: moneyText(totalOf(then.totals) - totalOf(asIs.totals)),
    unblockedCredits: creditsText(asIs.totals.blockedCredits - then.totals.blockedCredits),
    lost: members.map((member) => ({
      member,
      asIs: creditsText(lostBy(asIs, member)),
      onFullSeat: creditsText(lostBy(then, member)),
    })),
  }
}

/** Whether somebody holds a Basic seat at an instant or later. */
const isEverBasic = ({ occupancy }: SeatedRun, member: string, from: Instant): boolean =>
  occupancy.heldAt(member, from) === 'basic' ||
  (occupancy.members.get(member) ?? []).some((held) => held.from > from && held.holds === 'basic')

const notBasic = (member: string, from: Instant): Problem => ({
  code: 'seats.not_basic',
  message: `"${member}" holds no Basic seat on ${dateText(from)} or later.`,
  path: 'members',
})

const cannot = (members: readonly string[], problems: readonly Problem[]): FullSeatCost => ({
  kind: 'cannot',
  members: [...members],
  problems: [...firstOf(problems, MOST_OF_ONE)],
})

/** What somebody else would lose: a change that is not refused as it is, or a seat, to a plan that locks them. */
function harmOf(asIs: SeatedRun, then: SeatedRun, { places }: Changed): Problem | null {
  const known = new Set(asIs.occupancy.refusals.map(({ index }) => index))
  for (const { at, index, why } of then.occupancy.refusals) {
    const place = places[index] ?? null
    if (place !== null && known.has(place)) continue
    const path = place === null ? 'members' : `changes.${place}`
    return { code: 'change.refused', message: `Refused on ${dateText(at)}: ${why}`, path }
  }
  for (const [member, held] of then.occupancy.members) {
    const locked = held.find(
      ({ from, holds }) => holds === 'locked' && asIs.occupancy.heldAt(member, from) !== 'locked',
    )
    if (locked === undefined) continue
    const message = `On ${dateText(locked.from)} the plan would have too few seats for everybody, and lock all but the owner.`
    return { code: 'seats.over_limit', message, path: 'members' }
  }
  return null
}
