import type { BurnOrder, Plan } from '#shared/catalog.ts'
import type { CompiledCharge } from '../charge/compiled-charge.ts'
import type { Credits, Money } from '../exact/amount.ts'

/** A catalogue plan with every figure in micros, ready for the clock. */
export interface CompiledPlan {
  readonly id: string
  readonly name: string
  /** The plan as the catalogue writes it: for names and sources in explanations. */
  readonly plan: Plan
  readonly minor: Money
  readonly monthlyPrice: Money
  /** Null where the plan has no annual price. */
  readonly annualPrice: Money | null
  /** Credits granted every month. */
  readonly quota: Credits
  readonly rollover: CompiledRollover
  readonly pastQuota: CompiledPastQuota
  /** First-period offers as a share of the price taken off, in micros of a percent; null where there is none. */
  readonly offers: { readonly monthly: CompiledOffer | null; readonly annual: CompiledOffer | null }
  readonly lowBalance: Credits
  readonly burnOrder: BurnOrder
}

export interface CompiledOffer {
  readonly name: string
  readonly percentMicros: number
  readonly source: string
}

export type CompiledRollover =
  | { readonly kind: 'none' }
  | { readonly kind: 'age'; readonly periods: number }
  /** The most that may be on hand after a renewal: quota + multiple × quota. */
  | { readonly kind: 'cap'; readonly ceiling: Credits }
  | {
      readonly kind: 'count'
      readonly carries: number
      readonly percentMicros: number
      readonly validity: number
    }

export type CompiledPastQuota =
  | { readonly kind: 'block' }
  /** Prepaid usage is priced like overage, at the plan's credits per unit of money. */
  | { readonly kind: 'postpaid' | 'prepaid'; readonly charge: CompiledCharge; readonly source: string }
