import type { Instant } from '../calendar/civil.ts'
import type { Period } from '../calendar/schedule.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import { planNamed } from '../plan/plan-named.ts'
import type { ChargeLine } from '../record/charge-line.ts'
import { Recorder } from '../record/recorder.ts'
import { type BroughtForward, ChargeParts } from './brought-forward.ts'
import type { Redemption } from './discounts.ts'
import type { CompiledCoupon } from './invoicing.ts'
import type { BillingRecord, DueLine } from './make-bills.ts'

/** Writes down what invoices are made of: lines of money and coupons, as they come. */
export class BillingLog extends Recorder implements BillingRecord {
  readonly lines: DueLine[] = []
  readonly redemptions: Redemption[] = []
  readonly raising = new Set<ChargeLine>()
  readonly #parts = new ChargeParts()
  readonly #coupons: ReadonlyMap<string, CompiledCoupon>
  readonly #ladder: readonly CompiledPlan[]
  #plan: CompiledPlan

  /** `plan`: the one the account starts on. */
  constructor(coupons: readonly CompiledCoupon[], plan: CompiledPlan, ladder: readonly CompiledPlan[]) {
    super()
    this.#coupons = new Map(coupons.map((coupon) => [coupon.id, coupon]))
    this.#plan = plan
    this.#ladder = ladder
  }

  get broughtForward(): BroughtForward {
    return this.#parts.found
  }

  override charged(at: Instant, line: ChargeLine): void {
    this.lines.push({ at, line })
    this.#parts.charged(line)
    if (line.kind === 'seats' && this.#plan.plan.seats.purchase?.raisesCommitment?.value === true)
      this.raising.add(line)
  }

  override periodClosed({ end }: Period): void {
    this.#parts.fellDue(end)
  }

  override planChanged(at: Instant, _from: string, to: string): void {
    this.#parts.fellDue(at)
    this.#plan = planNamed(this.#ladder, to)
  }

  override redeemed(at: Instant, id: string): void {
    const coupon = this.#coupons.get(id)
    if (coupon !== undefined) this.redemptions.push({ at, coupon })
  }
}
