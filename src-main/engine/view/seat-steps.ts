import type { AccountChange } from '#shared/account.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { BasicSeatsHeld, FullSeatsHeld, SeatRefusal, SeatStep } from '#shared/seat-report.ts'
import { type Instant, instantText } from '../calendar/civil.ts'
import { seatsForSale } from '../gate/seat-limits.ts'
import { seatsLeft } from '../gate/seats.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { planNamed } from '../plan/plan-named.ts'
import type { Seating } from '../record/seating.ts'
import type { OccupancyWriter } from '../report/occupancy-writer.ts'

/** The seats of an account as steps without a gap; the last one ends at `end`. */
export const seatSteps = (
  { steps }: OccupancyWriter,
  ladder: readonly CompiledPlan[],
  end: Instant,
): SeatStep[] =>
  steps.map(({ from, seating }, index) => {
    const { plan } = planNamed(ladder, seating.plan)
    return {
      from: instantText(from),
      to: instantText(steps[index + 1]?.from ?? end),
      plan: plan.id,
      extraSeats: seating.extraSeats,
      isByContract: plan.custom,
      ...seatsHeld(seating, seatsForSale(plan, seating.extraSeats)),
      locked: seating.held.locked,
    }
  })

/** `forSale`: Full seats that may be bought on top; null where as many as the contract says. */
export function seatsHeld(
  { held, limits }: Pick<Seating, 'held' | 'limits'>,
  forSale: number | null,
): { readonly full: FullSeatsHeld; readonly basic: BasicSeatsHeld } {
  const left = seatsLeft(held, limits)
  return {
    full: { held: held.full, limit: limits.full, holdBasic: left.onFull, free: left.full, forSale },
    basic: { held: held.basic, limit: limits.basic, free: left.basic },
  }
}

/** The refused changes that need a seat or give some back, in the order of time. */
export const seatRefusals = ({ refusals }: OccupancyWriter, { changes }: Scenario): SeatRefusal[] =>
  refusals.flatMap(({ at, index, why }) => {
    const change = changes[index]
    const asked = change === undefined ? null : askedOf(change)
    return asked === null ? [] : [{ at: instantText(at), path: `changes.${index}`, ...asked, why }]
  })

/** What a change asks of the seats and for whom; null where it asks nothing of them. */
function askedOf(change: AccountChange): Pick<SeatRefusal, 'kind' | 'who'> | null {
  switch (change.kind) {
    case 'inviteMember':
      return { kind: change.kind, who: change.member.id }
    case 'unlockMember':
    case 'changeSeat':
      return { kind: change.kind, who: change.member }
    case 'linkWorkspace':
      return { kind: change.kind, who: change.workspace }
    case 'buySeats':
    case 'removeSeats':
      return { kind: change.kind, who: null }
    default:
      return null
  }
}
