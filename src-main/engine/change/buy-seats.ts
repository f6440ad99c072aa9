import { seatPurchaseProblem } from '../subscription/seat-purchase.ts'
import { type ChangeKind, theSubscription } from './change-kind.ts'

/** Seats are there at once; the share of the paid term that is left is charged, and their credits are granted. */
export const buySeats: ChangeKind<'buySeats'> = {
  subject: theSubscription,
  carryOut(account, at, { count }) {
    const { subscription, gatekeeper } = account
    const { now } = subscription
    const problem = seatPurchaseProblem(now.extraSeats + count, now.plan)
    if (problem !== null) return problem
    const isPaid = subscription.term.end > at
    if (isPaid) subscription.addSeats(at, count)
    // Nothing is paid during a trial: the first term brings the charge and the credits.
    else subscription.set({ ...now, extraSeats: now.extraSeats + count })
    gatekeeper?.setPlan(now.plan, now.extraSeats + count)
    if (isPaid) account.grantSeats(at, count)
    return null
  },
}
