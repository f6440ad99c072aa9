import { toMicros } from '../exact/amount.ts'
import { type ChangeKind, theSubscription } from './change-kind.ts'

/**
 * Overage that is billed afterwards cannot be turned on while a cancellation waits. Where it is on already it stays on, and
 * its limit can be changed, until the subscription ends; it can be turned off at any time. Source: facts §4.1.
 */
export const setOverage: ChangeKind<'setOverage'> = {
  subject: theSubscription,
  carryOut({ plan, overage, pending, funds }, _at, { optIn, spendLimit }) {
    const { pastQuota } = plan
    if (optIn && pastQuota.kind === 'block') return `${plan.name} sells no usage beyond its credits.`
    const isTurnedOn = optIn && !overage.isOptedIn
    if (isTurnedOn && pastQuota.kind === 'postpaid' && pending?.kind === 'cancel')
      return 'Overage cannot be turned on while a cancellation waits for the end of the term. Take it back first.'
    const limit = spendLimit === null ? null : toMicros(spendLimit)
    overage.set(optIn, limit)
    funds?.wallet?.setLimit(limit)
    return null
  },
}
