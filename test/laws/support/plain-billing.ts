import type { Charge } from '#shared/charge.ts'
import { microsOf } from '#shared/decimal.ts'
import type { Plan } from '#shared/catalog.ts'

/*
 * The billing rules once more, written from DESIGN §4 in the plainest way: BigInt throughout, one list of batches of
 * credits by age, nothing compiled and nothing cached. Laws hold the engine against it, and the benchmark runs it
 * as the straightforward implementation to beat. It bills in cents, burns oldest first and pays monthly.
 */

export interface PlainTotals {
  readonly money: bigint
  readonly pooled: bigint
  readonly overage: bigint
  readonly blocked: bigint
  readonly expired: bigint
  readonly forfeited: bigint
  readonly remaining: bigint
}

interface Batch {
  left: bigint
  /** The month at whose start these credits are over; null for never. */
  over: number | null
  carries: number
}

const CENT = 10_000n

export function plainBilling(
  plan: Plan,
  usage: readonly bigint[],
  optIn: boolean,
  spendLimit: bigint | null = null,
): PlainTotals {
  const rollover = plan.rollover.value
  const quota = microsOf(plan.credits.value)
  const sum = { money: 0n, pooled: 0n, overage: 0n, blocked: 0n, expired: 0n, forfeited: 0n }
  let batches: Batch[] = []
  for (const [month, wanted] of usage.entries()) {
    sum.money += microsOf(plan.price.monthly.value)
    const held = batches.reduce((total, batch) => total + batch.left, 0n)
    let added = quota
    if (rollover.kind === 'cap') {
      const room = quota * BigInt(rollover.multiple + 1) - held
      added = room < quota ? room : quota
      sum.forfeited += quota - added
    }
    const life = rollover.kind === 'age' ? rollover.periods : 0
    batches.push({ left: added, over: rollover.kind === 'cap' ? null : month + 1 + life, carries: 0 })

    let want = wanted
    for (const batch of batches) {
      const taken = batch.left < want ? batch.left : want
      batch.left -= taken
      want -= taken
      sum.pooled += taken
    }
    if (want > 0n) {
      const charge = optIn ? chargeOf(plan) : null
      const served = charge === null ? 0n : spendLimit === null ? want : mostWithin(charge, want, spendLimit)
      sum.overage += served
      sum.blocked += want - served
      if (charge !== null) sum.money += inCents(plainCost(charge, served))
    }

    const next: Batch[] = []
    for (const batch of batches) {
      if (batch.left === 0n) continue
      if (batch.over === null || batch.over > month + 1) next.push(batch)
      else if (rollover.kind !== 'count') sum.expired += batch.left
      else if (batch.carries >= rollover.carries) sum.forfeited += batch.left
      else {
        const carried = (batch.left * microsOf(rollover.percent)) / 100_000_000n
        sum.forfeited += batch.left - carried
        next.push({ left: carried, over: month + 1 + rollover.validity, carries: batch.carries + 1 })
      }
    }
    batches = next
  }
  return { ...sum, remaining: batches.reduce((total, batch) => total + batch.left, 0n) }
}

function chargeOf({ pastQuota }: Plan): Charge | null {
  switch (pastQuota.kind) {
    case 'block':
      return null
    case 'postpaid':
      return pastQuota.charge.value
    case 'prepaid': {
      const { credits, money } = pastQuota.value.value
      return { model: 'perUnit', rate: { amount: money, per: credits } }
    }
  }
}

/** An exact amount of money as `micros ÷ over`. */
export interface Fraction {
  readonly micros: bigint
  readonly over: bigint
}

/** What a quantity costs before rounding, tier by tier. */
export function plainCost(charge: Charge, quantity: bigint): Fraction {
  if (charge.model !== 'perUnit' && charge.model !== 'graduated' && charge.model !== 'volume')
    throw new Error('The plain rules know per-unit, graduated and volume charges.')
  if (quantity === 0n) return { micros: 0n, over: 1n }
  if (charge.model === 'perUnit') return at(charge.rate, quantity)
  let cost: Fraction = { micros: 0n, over: 1n }
  let floor = 0n
  for (const { upTo, rate, flatFee } of charge.tiers) {
    const isLast = upTo === null || quantity <= microsOf(upTo)
    const end = isLast ? quantity : microsOf(upTo)
    const fee = { micros: microsOf(flatFee ?? '0'), over: 1n }
    if (charge.model === 'graduated') cost = add(cost, add(fee, at(rate, end - floor)))
    else if (isLast) cost = add(fee, at(rate, quantity))
    if (isLast) return cost
    floor = end
  }
  return cost
}

const at = (rate: { readonly amount: string; readonly per: string }, quantity: bigint): Fraction => ({
  micros: microsOf(rate.amount) * quantity,
  over: microsOf(rate.per),
})

const add = (a: Fraction, b: Fraction): Fraction => ({
  micros: a.micros * b.over + b.micros * a.over,
  over: a.over * b.over,
})

/** Half-up to the cent, in micros. */
const inCents = ({ micros, over }: Fraction): bigint =>
  ((micros * 2n + over * CENT) / (over * CENT * 2n)) * CENT

/** The largest part of `wanted` whose cost is within the limit, for charges that never fall. */
function mostWithin(charge: Charge, wanted: bigint, limit: bigint): bigint {
  const fits = (quantity: bigint) => {
    const { micros, over } = plainCost(charge, quantity)
    return micros <= limit * over
  }
  if (fits(wanted)) return wanted
  let [good, bad] = [0n, wanted]
  while (bad - good > 1n) {
    const middle = (good + bad) / 2n
    if (fits(middle)) good = middle
    else bad = middle
  }
  return good
}
