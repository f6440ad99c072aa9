import type { Member, SeatType } from '#shared/account.ts'

/** How many seats of each type an account has. */
export interface SeatLimits {
  readonly full: number
  readonly basic: number
}

/** Seats held by members who are not locked, and how many are. */
export interface SeatsHeld extends SeatLimits {
  readonly locked: number
}

/** Seats held by members who are not locked. */
export function occupied(members: Iterable<Member>): SeatLimits {
  let [full, basic] = [0, 0]
  for (const member of members) {
    if (member.locked) continue
    if (seatOf(member) === 'full') full += 1
    else basic += 1
  }
  return { full, basic }
}

/** Admins always hold a Full seat. Source: seed 001. */
export const seatOf = (member: Pick<Member, 'role' | 'seat'>): SeatType =>
  member.role === 'admin' ? 'full' : member.seat

/**
 * How many members have no seat, seated as they fit best: Full members on Full seats, Basic ones on Basic seats and on Full
 * seats that are not in use. Source: seed 001.
 */
export function withoutSeat(held: SeatLimits, limits: SeatLimits): number {
  const full = Math.min(held.full, limits.full)
  const basic = Math.min(held.basic, limits.basic + limits.full - full)
  return held.full + held.basic - full - basic
}

/**
 * Why the members do not fit the seats, in words that say what would free one; null when they fit. Full members
 * need Full seats; Basic members may also fill Full seats that are not in use, so all members together are
 * limited by both kinds of seat. Source: seed 001.
 */
export function seatProblem(held: SeatLimits, limits: SeatLimits): string | null {
  const total = limits.full + limits.basic
  const isFull = held.full + held.basic > total
  if (held.full > limits.full) {
    // Moving somebody to a Basic seat helps only while the seats of both kinds are not all taken.
    const free = isFull
      ? 'Lock or remove a Full member'
      : 'Move a Full member to a Basic seat, lock or remove one'
    return `The plan has ${counted(limits.full, 'Full seat')}. ${free}, or buy a seat where the plan sells them.`
  }
  if (!isFull) return null
  return `The plan has ${counted(total, 'seat')} in all. Lock or remove a member, or buy a seat where the plan sells them.`
}

/**
 * Why bought Full seats cannot be given back while so many are held, in words that say what would let them; null when
 * everybody still has a seat with those that are `left`. A Basic member on a Full slot holds one as well. Sources: facts §6
 * (no fewer than are occupied), seed 001 (unused Full slots hold Basic members).
 */
export function removalProblem(held: SeatLimits, left: SeatLimits): string | null {
  const [all, total] = [held.full + held.basic, left.full + left.basic]
  // Moving somebody to a Basic seat would not help: all seats are too few.
  if (all > total)
    return `The members hold ${counted(all, 'seat')}, and ${total} would be left. Lock or remove a member first.`
  if (held.full <= left.full) return null
  return `The members hold ${counted(held.full, 'Full seat')}, and ${left.full} would be left. Lock a member or move one to a Basic seat first.`
}

/**
 * How many more members fit, on a Full or on a Basic seat: each answers for its own kind alone, for they share what is
 * free. Of the Basic members, `onFull` sit on Full slots that are not in use. Source: seed 001.
 */
export function seatsLeft(held: SeatLimits, limits: SeatLimits): SeatLimits & { readonly onFull: number } {
  const basic = Math.max(0, limits.full + limits.basic - held.full - held.basic)
  const full = Math.max(0, Math.min(basic, limits.full - held.full))
  return { full, basic, onFull: Math.max(0, held.basic - limits.basic) }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
