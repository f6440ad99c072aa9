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
  if (held.full > limits.full) {
    return `The plan has ${limits.full} Full seats. Move a Full member to a Basic seat, lock a member, or buy a seat where the plan sells them.`
  }
  const total = limits.full + limits.basic
  if (held.full + held.basic > total) {
    return `The plan has ${total} seats in all. Lock or remove a member, or buy a seat where the plan sells them.`
  }
  return null
}
