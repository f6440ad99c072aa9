import type { Catalog } from '#shared/catalog.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { MemberSeats, SeatReport, Served, Stop, UnderCeiling } from '#shared/seat-report.ts'
import { type OnProgress, periodProgress } from '../analysis/progress.ts'
import { seatedRun } from '../analysis/seated-run.ts'
import { instantText } from '../calendar/civil.ts'
import { type Credits, creditsText } from '../exact/amount.ts'
import type { OccupancyWriter } from '../report/occupancy-writer.ts'
import type { ServedSum, StopSum, StopWriter } from '../report/stop-writer.ts'
import { seatRefusals, seatSteps } from './seat-steps.ts'
import { oneCeiling, stoppedBy } from './stopped-by.ts'

/**
 * The seats of a run: who held which, who was refused one, how far each Basic member came toward the monthly ceiling, and
 * who else was stopped, when, by what and of how many credits. It is told by the same clock and gate as the run, so that
 * what was not served, of all members and of usage that names nobody, sums to what each period of the run says of each
 * cause. A workspace that went on by itself has seats and usage of its own, which are not in these. Sources: seeds 000 and
 * 001. Refused: everything in which the scenario contradicts its catalogue.
 */
export function seatReport(
  catalog: Catalog,
  scenario: Scenario,
  onProgress?: OnProgress,
): Result<SeatReport> {
  const seated = seatedRun(catalog, scenario, ...periodProgress(scenario, onProgress))
  if (!seated.ok) return seated
  const { ladder, end, occupancy, stops } = seated.value
  return succeed({
    steps: seatSteps(occupancy, ladder, end),
    refusals: seatRefusals(occupancy, scenario),
    members: membersOf(occupancy, stops),
    nameless: servedOf(stops.sums.get(null)),
    stopped: stoppedBy(stops.sums),
    ceiling: oneCeiling(stops.sums),
  })
}

/** Everybody who was a member, and whoever used something without ever being one. */
function membersOf(occupancy: OccupancyWriter, { sums }: StopWriter): MemberSeats[] {
  const strangers = [...sums.keys()].filter((name) => name !== null && !occupancy.members.has(name))
  return [...occupancy.members.keys(), ...strangers]
    .flatMap((member) => {
      if (member === null) return []
      const sum = sums.get(member)
      const seats = occupancy.members.get(member) ?? []
      return [{ member, sum, seats, lost: lostOf(sum) }]
    })
    .toSorted((a, b) => b.lost.credits - a.lost.credits || b.lost.requests - a.lost.requests)
    .map(({ member, sum, seats }) => ({
      member,
      ...servedOf(sum),
      seats: seats.map(({ from, holds }) => ({ from: instantText(from), holds })),
      ceilings: (sum?.ceilings ?? []).map(underCeiling),
    }))
}

function servedOf(sum: ServedSum | undefined): Served {
  const lost = lostOf(sum)
  return {
    servedCredits: creditsText(sum?.served ?? 0),
    lostCredits: creditsText(lost.credits),
    lostRequests: lost.requests,
    stops: (sum?.stops ?? []).toSorted((a, b) => a.at - b.at).map(stopOf),
  }
}

function lostOf(sum: ServedSum | undefined): { readonly credits: Credits; readonly requests: number } {
  const lost = { credits: 0, requests: 0 }
  for (const { credits, requests } of sum?.stops ?? []) {
    lost.credits += credits
    lost.requests += requests
  }
  return lost
}

const stopOf = ({ period, cause, subject, at, credits, requests }: StopSum): Stop => ({
  period,
  cause,
  subject,
  at: instantText(at),
  credits: creditsText(credits),
  requests,
})

const underCeiling = ({
  period,
  used,
  ceiling,
  reached,
  blocked,
}: ServedSum['ceilings'][number]): UnderCeiling => ({
  period,
  used: creditsText(used),
  ceiling: ceiling === Infinity ? null : creditsText(ceiling),
  reachedAt: reached === null ? null : instantText(reached.at),
  reachedCeiling: reached === null ? null : creditsText(reached.ceiling),
  blockedCredits: creditsText(blocked),
})
