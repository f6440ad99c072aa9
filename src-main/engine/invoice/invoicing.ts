import type { Catalog } from '#shared/catalog.ts'
import type { Commitment, Discount, LineFamily } from '#shared/invoicing.ts'
import { LineFamily as AnyFamily } from '#shared/invoicing.ts'
import type { CompiledTax } from '../record/tax.ts'
import type { FixedDiscount, RoundingPoint } from '#shared/policies.ts'
import type { Scenario } from '#shared/scenario.ts'
import { DAY, type Instant, parseDate } from '../calendar/civil.ts'
import { type Money, toMicros } from '../exact/amount.ts'
import { minorUnit } from '../exact/round.ts'
import { resolvePolicies } from '../plan/policies.ts'

/** What is agreed about an account's invoices, every figure in micros. */
export interface Invoicing {
  readonly minor: Money
  readonly rounding: RoundingPoint
  readonly fixedDiscount: FixedDiscount
  readonly discounts: readonly CompiledDiscount[]
  readonly coupons: readonly CompiledCoupon[]
  readonly commitment: CompiledCommitment | null
  readonly taxes: readonly CompiledTax[]
}

export interface CompiledDiscount {
  readonly name: string
  readonly value:
    | { readonly kind: 'percent'; readonly percentMicros: number }
    | { readonly kind: 'amount'; readonly amount: Money }
  readonly appliesTo: ReadonlySet<LineFamily>
  /** Invoices it may take something from; Infinity for ever. */
  readonly invoices: number
  readonly from: Instant
}

export interface CompiledCoupon extends CompiledDiscount {
  readonly id: string
  /** The instant from which it can no longer be redeemed. */
  readonly redeemUntil: Instant
  readonly maxRedemptions: number
}

export interface CompiledCommitment {
  readonly months: number
  readonly from: Instant
  readonly minimum: Money
  /** Infinity where there is none. */
  readonly maximum: number
  readonly appliesTo: ReadonlySet<LineFamily>
  /** Whether extra Full seats raise the minimum; null where the plan that sells them says. */
  readonly seatsRaise: boolean | null
}

/** What of a scenario, or of a comparison, says how invoices are made. */
type Agreed = Pick<Scenario, 'start' | 'policies' | 'invoicing'>

export function compileInvoicing(catalog: Catalog, scenario: Agreed): Invoicing {
  const terms = scenario.invoicing
  const start = parseDate(scenario.start)
  const { rounding, fixedDiscount } = resolvePolicies(catalog.policies, scenario.policies)
  return {
    minor: minorUnit(catalog.currency),
    rounding,
    fixedDiscount,
    discounts: (terms?.discounts ?? []).map(compileDiscount),
    coupons: (terms?.coupons ?? []).map((coupon) => ({
      ...compileDiscount(coupon),
      id: coupon.id,
      redeemUntil: coupon.redeemBy === undefined ? Infinity : parseDate(coupon.redeemBy) + DAY,
      maxRedemptions: coupon.maxRedemptions,
    })),
    commitment: terms?.commitment === undefined ? null : compileCommitment(terms.commitment, start),
    taxes: (terms?.taxes ?? []).map((tax) => ({
      ...tax,
      percentMicros: toMicros(tax.percent),
      exempt: new Set(tax.exempt),
    })),
  }
}

/** Nothing where invoices are the sum of the lines the clock charges: then they cost a run nothing. */
export function invoicingOf(catalog: Catalog, scenario: Agreed): { readonly invoicing?: Invoicing } {
  const invoicing = compileInvoicing(catalog, scenario)
  return changesMoney(invoicing) ? { invoicing } : {}
}

const changesMoney = ({ discounts, coupons, commitment, taxes, rounding }: Invoicing): boolean =>
  discounts.length + coupons.length + taxes.length > 0 || commitment !== null || rounding === 'invoice'

const compileDiscount = ({ name, value, appliesTo, duration, from }: Discount): CompiledDiscount => ({
  name,
  value:
    value.kind === 'percent'
      ? { kind: 'percent', percentMicros: toMicros(value.percent) }
      : { kind: 'amount', amount: toMicros(value.amount) },
  appliesTo: new Set(appliesTo ?? AnyFamily.options),
  invoices: duration.kind === 'forever' ? Infinity : duration.kind === 'once' ? 1 : duration.count,
  from: from === undefined ? -Infinity : parseDate(from),
})

const compileCommitment = (
  { per, minimum, maximum, appliesTo, from, ...terms }: Commitment,
  start: Instant,
): CompiledCommitment => ({
  months: per === 'year' ? 12 : 1,
  from: from === undefined ? start : parseDate(from),
  minimum: minimum === undefined ? 0 : toMicros(minimum),
  maximum: maximum === undefined ? Infinity : toMicros(maximum),
  appliesTo: new Set(appliesTo ?? AnyFamily.options),
  // Source of the rule: seed 001, "added to your monthly commitment".
  seatsRaise: terms.seatsRaise ?? null,
})
