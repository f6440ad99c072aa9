import type { Instant } from '../calendar/civil.ts'
import type { ChargeLine } from '../simulate/charge-line.ts'
import { SilentRecorder } from '../simulate/silent-recorder.ts'
import type { Redemption } from './discounts.ts'
import type { CompiledCoupon } from './invoicing.ts'
import type { BillingRecord, DueLine } from './make-bills.ts'

/** Writes down what invoices are made of: lines of money and coupons, as they come. */
export class BillingLog extends SilentRecorder implements BillingRecord {
  readonly lines: DueLine[] = []
  readonly redemptions: Redemption[] = []
  readonly #coupons: readonly CompiledCoupon[]

  constructor(coupons: readonly CompiledCoupon[]) {
    super()
    this.#coupons = coupons
  }

  override charged(at: Instant, line: ChargeLine): void {
    this.lines.push({ at, line })
  }

  override redeemed(at: Instant, id: string): void {
    const coupon = this.#coupons.find((candidate) => candidate.id === id)
    if (coupon !== undefined) this.redemptions.push({ at, coupon })
  }
}
