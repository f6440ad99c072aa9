import { useMemo } from 'react'
import type { Member } from '#shared/account.ts'
import type { Plan } from '#shared/catalog.ts'
import { useAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { useResults } from '#renderer/state/results.ts'

interface Seats {
  readonly full: number
  readonly basic: number
}

/** How many seats people hold at the start, of how many. */
export interface SeatCount {
  /** The plan's name. */
  readonly plan: string
  readonly held: Seats
  /** Null where the plan's seats are not all there are: some were bought, or others agreed. */
  readonly limits: Seats | null
  /** Whether everybody has a seat; Basic members may sit on Full seats that nobody else holds. */
  readonly fits: boolean
}

/** The seats of the account on screen; null while its plan is not known. */
export function useSeatCount(): SeatCount | null {
  const account = useAccount()
  const catalog = useResults((results) => results.catalog)
  return useMemo(() => (account ? seatCountOf(account, catalog?.plans ?? []) : null), [account, catalog])
}

/** The seats of an account on one of these plans; null where it is on none of them. */
export function seatCountOf(
  { plan: id, members, extraSeats, customTerms }: WindowAccount,
  plans: readonly Plan[],
): SeatCount | null {
  const plan = plans.find((each) => each.id === id)
  if (!plan) return null
  const held = heldBy(members)
  const isAsSold = extraSeats === 0 && customTerms[id] === undefined
  const limits = isAsSold ? { full: plan.seats.full.value, basic: plan.seats.basic.value } : null
  const fits =
    limits === null || (held.full <= limits.full && held.full + held.basic <= limits.full + limits.basic)
  return { plan: plan.name, held, limits, fits }
}

/** A locked member holds no seat, and an admin always a Full one. Source: seed 001. */
function heldBy(members: readonly Member[]): Seats {
  const holding = members.filter(({ locked }) => !locked)
  const isFull = ({ role, seat }: Member) => role === 'admin' || seat === 'full'
  return {
    full: holding.filter(isFull).length,
    basic: holding.filter((member) => !isFull(member)).length,
  }
}
