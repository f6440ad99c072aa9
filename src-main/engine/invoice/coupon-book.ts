import { dateText, DAY, type Instant } from '../calendar/civil.ts'
import type { CompiledCoupon } from './invoicing.ts'

/** The coupons an account can redeem, and how often it has. */
export class CouponBook {
  readonly #coupons: ReadonlyMap<string, CompiledCoupon>
  readonly #redeemed = new Map<string, number>()

  constructor(coupons: readonly CompiledCoupon[]) {
    this.#coupons = new Map(coupons.map((coupon) => [coupon.id, coupon]))
  }

  /** Redeems a coupon, or answers why it is refused. */
  redeem(id: string, at: Instant): string | null {
    const coupon = this.#coupons.get(id)
    if (coupon === undefined) return `There is no coupon "${id}".`
    if (at >= coupon.redeemUntil)
      return `The coupon "${id}" could be redeemed until ${dateText(coupon.redeemUntil - DAY)}.`
    const times = this.#redeemed.get(id) ?? 0
    if (times >= coupon.maxRedemptions)
      return `The coupon "${id}" is used up: it can be redeemed ${timesText(coupon.maxRedemptions)}.`
    this.#redeemed.set(id, times + 1)
    return null
  }
}

const timesText = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** For accounts that have none; it never remembers anything, so all of them share it. */
export const NO_COUPONS = new CouponBook([])
