import { type ChangeKind, theSubscription } from './change-kind.ts'

/** At most as many as no member sits on, Full or Basic; they are kept until the renewal. Source: facts §6. */
export const removeSeats: ChangeKind<'removeSeats'> = {
  subject: theSubscription,
  carryOut(account, _at, { count }) {
    const { extraSeats, plan } = account.subscription.now
    const { pending } = account
    if (pending !== null && pending.kind !== 'seats')
      return 'Another change waits for the end of the term. Take it back first.'
    const removed = (pending?.removed ?? 0) + count
    if (removed > extraSeats) return `The account has ${extraSeats} extra Full seats.`
    const problem = account.gatekeeper?.members.removalProblem(plan, extraSeats - removed) ?? null
    if (problem !== null) return problem
    account.pending = { kind: 'seats', removed }
    return null
  },
}
