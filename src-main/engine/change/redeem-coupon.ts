import { type ChangeKind, theSubscription } from './change-kind.ts'

/** The coupon's discount holds from now on, for an invoice of the same instant too. */
export const redeemCoupon: ChangeKind<'redeemCoupon'> = {
  subject: theSubscription,
  carryOut({ coupons, recorder }, at, { coupon }) {
    const problem = coupons.redeem(coupon, at)
    if (problem === null) recorder?.redeemed(at, coupon)
    return problem
  },
}
