import type { Member, SeatType } from '#shared/account.ts'

/** How many seats of each type an account has. */
export interface SeatLimits {
  readonly full: number
  readonly basic: number
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

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
