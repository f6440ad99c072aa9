import type { Plan, Rollover } from '#shared/catalog.ts'
import type {
  BurnOrder,
  ChangeDay,
  FreeMonths,
  OverageAtPeriodEnd,
  ProrationUnit,
  RoundingPoint,
  ThresholdInvoice,
} from '#shared/policies.ts'
import type { CompiledCharge } from '../charge/compiled-charge.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { Share } from '../exact/percent.ts'

/** A catalogue plan with every figure in micros, ready for the clock. */
export interface CompiledPlan {
  readonly id: string
  readonly name: string
  /** The plan as the catalogue writes it: for names and sources in explanations. */
  readonly plan: Plan
  readonly minor: Money
  readonly monthly: CompiledTerm
  /** Null where the plan has no annual price. */
  readonly annual: CompiledTerm | null
  readonly freeMonths: CompiledFreeMonths
  /** Credits granted every month. */
  readonly quota: Credits
  readonly rollover: CompiledRollover
  readonly pastQuota: CompiledPastQuota
  /** The prepaid balance past the quota; null where the plan sells none. */
  readonly prepaid: CompiledPrepaid | null
  readonly deficit: DeficitPolicy
  /** Served free past the pool each period where overage is off. */
  readonly grace: Credits
  /** The most a single usage event may want while the account buys overage; Infinity where nothing is said. */
  readonly largestRequest: Credits
  /** First-period offers as a share of the price taken off, in micros of a percent; null where there is none. */
  readonly offers: { readonly monthly: CompiledOffer | null; readonly annual: CompiledOffer | null }
  readonly lowBalance: Credits
  /** Full seats that come with the plan. */
  readonly includedFull: number
  /** Extra Full seats for sale; null where the plan sells none. */
  readonly seats: CompiledSeats | null
  readonly burnOrder: BurnOrder
  readonly prorationUnit: ProrationUnit
  readonly changeDay: ChangeDay
  readonly rounding: RoundingPoint
}

/** What a plan costs when it is paid for so many months at once. */
export interface CompiledTerm {
  readonly months: number
  /** The catalogue's: an invoice line rounds what becomes of it. */
  readonly price: Money
  /** The same as a line of its own, rounded once. */
  readonly line: Money
}

/** Months of the annual price that are free, and where in the year they fall. */
export interface CompiledFreeMonths {
  readonly count: number
  readonly fall: FreeMonths
}

export interface CompiledSeats {
  /** The most Full seats in all; null where the contract says. */
  readonly limit: number | null
  /** Price of the extra seats a month. */
  readonly charge: CompiledCharge
  readonly source: string
  /** Credits each extra seat adds to the pool every month. */
  readonly credits: Credits
}

export interface CompiledOffer {
  readonly name: string
  readonly percentMicros: number
  readonly source: string
}

/** What becomes of unused credits, told of every policy by the same figures. */
export interface CompiledRollover {
  /** Asked for only where credits end: what `count` does not carry is forfeited, elsewhere it expires. */
  readonly kind: Rollover['kind']
  /** In how many periods granted credits can be used: `Infinity` where they never expire. */
  readonly life: number
  /**
   * The most that may be on hand after a renewal is the quota and so many times it; the renewal is held back instead of
   * anything expiring. `Infinity` where nothing is held back.
   */
  readonly multiple: number
  /** How often credits left at their end are carried into a new grant. */
  readonly carries: number
  /** The share of them that is carried. */
  readonly carried: Share
  /** In how many periods carried credits can be used. */
  readonly carriedLife: number
}

/** A prepaid balance as a plan sells it. */
export interface CompiledPrepaid {
  /** `credits` for `money`. */
  readonly credits: Credits
  readonly money: Money
  readonly minimumTopUp: Money
  /** What automatic top-up does where nothing else is said. */
  readonly autoTopUp: {
    readonly amount: Money
    readonly below: Money
    /** The least it keeps on hand, so that it cannot wait for less. */
    readonly mustRemain: Money
  }
  readonly expiresAfterMonths: number
  /** Where the terms of topping up are from. */
  readonly source: string
}

/** What becomes of usage past the quota that is owed in credits. */
export interface DeficitPolicy {
  /** Owed in credits until its period ends, instead of overage at once. */
  readonly isDeficit: boolean
  /** Served also where the account has not opted in. */
  readonly mayDip: boolean
  /** Repaid by grants within its period. */
  readonly isRepaidWithin: boolean
  readonly atPeriodEnd: OverageAtPeriodEnd
}

export type CompiledPastQuota =
  | { readonly kind: 'block' }
  /** Prepaid usage is priced like overage, at the plan's credits per unit of money. */
  | {
      readonly kind: 'postpaid' | 'prepaid'
      readonly charge: CompiledCharge
      readonly source: string
      /** Outstanding overage is invoiced early at this; null where it is not. */
      readonly invoiceThreshold: CompiledThreshold | null
    }

export interface CompiledThreshold {
  /** In whole minor units. */
  readonly amount: Money
  /** Whether what is outstanding has to pass it, or only to reach it. */
  readonly when: ThresholdInvoice
}
