import type { Member } from '#shared/account.ts'
import type { Problem } from '#shared/problem.ts'

/** Null unless an admin is given a Basic seat. Source: seed 001. */
export function basicAdmin({ role, seat, id }: Member, path: string): Problem | null {
  if (role !== 'admin' || seat !== 'basic') return null
  const message = `"${id}" is an admin, and admins always hold a Full seat.`
  return { code: 'seats.basic_admin', message, path }
}
