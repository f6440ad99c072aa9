import type { AccountChange } from '#shared/account.ts'
import type { Scenario } from '#shared/scenario.ts'
import { type Instant, instantText, parseDate, parseInstant } from '../calendar/civil.ts'
import type { OccupancyWriter } from '../report/occupancy-writer.ts'
import type { Purchase } from './seats-to-buy.ts'

/** A scenario, and of each of its changes the place in the scenario it was made of; null for a new one. */
export interface Changed {
  readonly scenario: Scenario
  readonly places: readonly (number | null)[]
}

/**
 * The scenario with some members on Full seats from an instant on and the seats bought for them. Whoever is a member
 * already changes seats then, whoever is invited later is invited to a Full seat, and what moves them between seats later
 * is left out. Of all that happens at their instant, purchases come before other changes of seats and moves after them.
 */
export function onFullSeats(
  scenario: Scenario,
  occupancy: OccupancyWriter,
  members: readonly string[],
  from: Instant,
  purchases: readonly Purchase[],
): Changed {
  const start = parseDate(scenario.start)
  const chosen = new Set(members)
  const isFromStart = from === start
  const atStart = purchases.filter(({ at }) => at === start)
  const bought: readonly AccountChange[] = purchases.flatMap(({ at, count }) =>
    at === start ? [] : [{ kind: 'buySeats' as const, on: instantText(at), count }],
  )
  const moved: readonly AccountChange[] = members.flatMap((member) =>
    isFromStart || occupancy.heldAt(member, from) === 'none'
      ? []
      : [{ kind: 'changeSeat' as const, on: instantText(from), member, seat: 'full' as const }],
  )
  const kept = scenario.changes.flatMap((change, place) => {
    const isLater = parseInstant(change.on) >= from
    if (isLater && change.kind === 'changeSeat' && chosen.has(change.member)) return []
    if (isLater && change.kind === 'inviteMember' && chosen.has(change.member.id))
      return [{ change: { ...change, member: { ...change.member, seat: 'full' as const } }, place }]
    return [{ change, place }]
  })
  return {
    scenario: {
      ...scenario,
      extraSeats: atStart.reduce((seats, { count }) => seats + count, scenario.extraSeats),
      members: isFromStart
        ? scenario.members.map((member) =>
            chosen.has(member.id) ? { ...member, seat: 'full' as const } : member,
          )
        : scenario.members,
      changes: [...bought, ...kept.map(({ change }) => change), ...moved],
    },
    places: [...bought.map(() => null), ...kept.map(({ place }) => place), ...moved.map(() => null)],
  }
}
