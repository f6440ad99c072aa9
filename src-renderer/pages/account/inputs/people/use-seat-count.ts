import { useMemo } from 'react'
import type { Member } from '#shared/account.ts'
import { useAccount } from '#renderer/state/draft.ts'
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
  const members = account?.members
  const held = useMemo(() => heldBy(members ?? []), [members])
  const plan = catalog?.plans.find(({ id }) => id === account?.plan)
  if (!account || !plan) return null
  const isAsSold = account.extraSeats === 0 && account.customTerms[plan.id] === undefined
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
