import { microsOf } from '#shared/decimal.ts'
import type { Plan } from '#shared/catalog.ts'
import type { Charge } from '#shared/charge.ts'

/*
 * The rules of the accounts that are measured, once more as one loop over numbers: what a person would write who needs the
 * total of these accounts and nothing else. It is the floor beside the engine's figure: no dated change, no limit, nobody
 * to explain it to. Amounts are micros.
 */

export interface HandPlan {
  readonly price: number
  readonly quota: number
  readonly rollover: 'none' | 'age' | 'cap' | 'count'
  /** Periods of an age, the multiple of a cap, carries of a count. */
  readonly count: number
  /** The part of what is left that is carried on, in millionths of a percent. */
  readonly carried: number
  readonly validity: number
  /** Null where the plan sells no usage past its quota. */
  readonly charge: HandCharge | null
}

interface HandCharge {
  readonly isVolume: boolean
  /** Money per unit is `slope ÷ over`. */
  readonly over: number
  readonly tiers: readonly { readonly upTo: number; readonly slope: number }[]
}

const CENT = 10_000
const WHOLE = 100_000_000

/** Credits at hand in the order in which they are used: what is left, the month they end with, carries. */
const left = new Float64Array(64)
const ends = new Float64Array(64)
const carries = new Float64Array(64)

/** The money of all months. */
export function billByHand(plan: HandPlan, usage: readonly number[]): number {
  const { quota, rollover, charge } = plan
  let money = 0
  let held = 0
  let grants = 0
  for (let month = 0; month < usage.length; month += 1) {
    money += plan.price
    const room = rollover === 'cap' ? Math.min(quota, quota * (plan.count + 1) - held) : quota
    if (room > 0) {
      left[grants] = room
      ends[grants] = rollover === 'cap' ? Infinity : month + (rollover === 'age' ? plan.count : 0)
      carries[grants] = 0
      grants += 1
      held += room
    }
    let wanted = usage[month] ?? 0
    for (let grant = 0; grant < grants && wanted > 0; grant += 1) {
      const taken = Math.min(wanted, left[grant] ?? 0)
      left[grant] = (left[grant] ?? 0) - taken
      wanted -= taken
      held -= taken
    }
    if (wanted > 0 && charge !== null) money += inCents(charge, wanted)
    let kept = 0
    for (let grant = 0; grant < grants; grant += 1) {
      let rest = left[grant] ?? 0
      let end = ends[grant] ?? 0
      let carried = carries[grant] ?? 0
      if (end <= month) {
        held -= rest
        rest = rollover === 'count' && carried < plan.count ? Math.floor((rest / WHOLE) * plan.carried) : 0
        held += rest
        end = month + plan.validity
        carried += 1
      }
      if (rest === 0) continue
      left[kept] = rest
      ends[kept] = end
      carries[kept] = carried
      kept += 1
    }
    grants = kept
  }
  return money
}

function inCents({ isVolume, over, tiers }: HandCharge, quantity: number): number {
  let cost = 0
  let floor = 0
  for (const { upTo, slope } of tiers) {
    const end = Math.min(quantity, upTo)
    if (!isVolume) cost += (end - floor) * slope
    else if (quantity <= upTo) cost = quantity * slope
    if (quantity <= upTo) break
    floor = end
  }
  return Math.floor(cost / (over * CENT) + 0.5) * CENT
}

export function handPlanOf(plan: Plan): HandPlan {
  const rollover = plan.rollover.value
  return {
    price: Number(microsOf(plan.price.monthly.value)),
    quota: Number(microsOf(plan.credits.value)),
    rollover: rollover.kind,
    count:
      rollover.kind === 'age'
        ? rollover.periods
        : rollover.kind === 'cap'
          ? rollover.multiple
          : rollover.kind === 'count'
            ? rollover.carries
            : 0,
    carried: rollover.kind === 'count' ? Number(microsOf(rollover.percent)) : 0,
    validity: rollover.kind === 'count' ? rollover.validity : 0,
    charge: handChargeOf(plan),
  }
}

function handChargeOf({ pastQuota }: Plan): HandCharge | null {
  if (pastQuota.kind === 'block') return null
  if (pastQuota.kind === 'postpaid') return handCharge(pastQuota.charge.value)
  const { credits, money } = pastQuota.value.value
  return { isVolume: false, over: Number(credits), tiers: [{ upTo: Infinity, slope: Number(money) }] }
}

/** Rates are per 1,000 or less, with few decimals: a thousandth of a micro per unit holds them all. */
function handCharge(charge: Charge): HandCharge {
  const over = 1_000_000
  const slopeOf = ({ amount, per }: { readonly amount: string; readonly per: string }) =>
    (Number(microsOf(amount)) * over) / Number(microsOf(per))
  if (charge.model === 'perUnit')
    return { isVolume: false, over, tiers: [{ upTo: Infinity, slope: slopeOf(charge.rate) }] }
  if (charge.model !== 'graduated' && charge.model !== 'volume')
    throw new Error('The loop written by hand knows per-unit, graduated and volume charges.')
  const tiers = charge.tiers.map(({ upTo, rate }) => ({
    upTo: upTo === null ? Infinity : Number(microsOf(upTo)),
    slope: slopeOf(rate),
  }))
  return { isVolume: charge.model === 'volume', over, tiers }
}
