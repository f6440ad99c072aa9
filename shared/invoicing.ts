import * as z from './zod.ts'
import { checked } from './checked.ts'
import { DateText, MoneyText, PartText, PercentText } from './decimal.ts'
import { maximumBelowMinimum } from './minimum-maximum.ts'
import { listOf, Name } from './bounded.ts'
import { MOST_ITEMS } from './bounds.ts'

/**
 * What terms of invoicing can be limited to. `subscription`: the plan's price with its offers and what a change of
 * plan credits and charges; `seats`: extra Full seats bought; `overage`: usage beyond the credits on hand, charged after
 * it was used; `other`: what is bought besides, credit packs and top-ups of the prepaid balance.
 */
export const LineFamily = z.enum(['subscription', 'seats', 'overage', 'other'])
export type LineFamily = z.infer<typeof LineFamily>

/** Left out: all of them. */
const Families = listOf(LineFamily, { most: MOST_ITEMS, what: 'families' }).min(1).optional()

/**
 * Money taken off what is billed. An amount is taken off every regular invoice it holds for, which shares it with overage that
 * a threshold brings forward from it (see the policy `fixedDiscount`); what an invoice cannot take is not kept for the next. Several are taken one after the other, in their order, each off what those before it left.
 */
export const Discount = z.strictObject({
  id: Name,
  name: Name,
  value: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), percent: PartText }),
    z.strictObject({ kind: z.literal('amount'), amount: MoneyText }),
  ]),
  appliesTo: Families,
  /** Counted in invoices from which it took something. */
  duration: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('once') }),
      z.strictObject({ kind: z.literal('invoices'), count: z.int().min(1) }),
      z.strictObject({ kind: z.literal('forever') }),
    ])
    .default({ kind: 'forever' }),
  /** Holds for invoices of this day and later. */
  from: DateText.optional(),
})
export type Discount = z.infer<typeof Discount>

/** A discount that holds once it is redeemed, on a date, by a change to the account. */
export const Coupon = Discount.extend({
  /** The last day on which it can be redeemed. */
  redeemBy: DateText.optional(),
  maxRedemptions: z.int().min(1).default(1),
})
export type Coupon = z.infer<typeof Coupon>

/**
 * Money agreed for every month or year, counted from a date. What was billed for that time, after discounts and before
 * tax, is brought up to the minimum by a true-up at its end, and held to the maximum by a credit.
 */
export const Commitment = checked(
  z.strictObject({
    per: z.enum(['month', 'year']),
    minimum: MoneyText.optional(),
    maximum: MoneyText.optional(),
    /** What counts towards it. */
    appliesTo: Families,
    /** Left out: the start of the scenario. */
    from: DateText.optional(),
    /** Whether extra Full seats raise the minimum by their price; left out, the plan they are bought on says. */
    seatsRaise: z.boolean().optional(),
  }),
  maximumBelowMinimum,
)
export type Commitment = z.infer<typeof Commitment>

/** A tax on what is billed. Exclusive: added to the prices. Inclusive: contained in them. */
export const TaxRate = z.strictObject({
  name: Name,
  percent: PercentText,
  inclusive: z.boolean().default(false),
  /** What it is not due on. */
  exempt: listOf(LineFamily, { most: MOST_ITEMS, what: 'families' }).default([]),
})
export type TaxRate = z.infer<typeof TaxRate>

/** What a scenario agrees about its invoices. */
export const InvoiceTerms = z.strictObject({
  discounts: listOf(Discount, { most: MOST_ITEMS, what: 'discounts' }).default([]),
  coupons: listOf(Coupon, { most: MOST_ITEMS, what: 'coupons' }).default([]),
  commitment: Commitment.optional(),
  taxes: listOf(TaxRate, { most: MOST_ITEMS, what: 'taxes' }).default([]),
  /** Written before the sequence number: `AC-` gives `AC-0001`. */
  numberPrefix: z.string().max(20).default(''),
  /** Days from the invoice's date to its due date. */
  netDays: z.int().min(0).max(365).default(0),
})
export type InvoiceTerms = z.infer<typeof InvoiceTerms>
