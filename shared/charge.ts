import * as z from './zod.ts'
import { checked, type Fault, must } from './checked.ts'
import { listOf } from './bounded.ts'
import { MOST_ITEMS } from './bounds.ts'
import { CreditsText, microsOf, MoneyText, PercentText } from './decimal.ts'
import { maximumBelowMinimum } from './minimum-maximum.ts'

/** A number of units or credits that something else is divided by. */
export const SomeUnits = checked(
  CreditsText,
  must((text) => microsOf(text) > 0n, 'Expected more than zero units.'),
)

/** An exact price: `amount` for every `per` units, linear in between (`$0.24 per 1,000 credits`). */
export const Rate = z.strictObject({
  amount: MoneyText,
  per: SomeUnits,
})
export type Rate = z.infer<typeof Rate>

/** One step of a rate schedule; `upTo` is inclusive and null on the last step. */
export const Tier = z.strictObject({
  upTo: CreditsText.nullable(),
  rate: Rate,
  flatFee: MoneyText.optional(),
})
export type Tier = z.infer<typeof Tier>

const Tiers = checked(
  listOf(Tier, { most: MOST_ITEMS, what: 'tiers' }).min(1),
  function* (tiers): Iterable<Fault> {
    let floor = 0n
    for (const [index, { upTo }] of tiers.entries()) {
      const path = [index, 'upTo']
      const last = index === tiers.length - 1
      if (last !== (upTo === null)) {
        const message = last ? 'The last tier must be open: upTo null.' : 'Only the last tier may be open.'
        yield { message, path }
      }
      if (upTo === null) continue
      if (microsOf(upTo) <= floor) yield { message: 'Each tier must end above the one before.', path }
      floor = microsOf(upTo)
    }
  },
)

/**
 * What is free of any charge. `quantity`: the first `units` of each period; the catalogue's `freeUnits` policy says
 * where they come off. `amount`: the first `amount` of money.
 */
export const Free = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quantity'), units: CreditsText }),
  z.strictObject({ kind: z.literal('amount'), amount: MoneyText }),
])
export type Free = z.infer<typeof Free>

const anyModel = { free: Free.optional() }

const Percentage = checked(
  z.strictObject({
    model: z.literal('percentage'),
    percent: PercentText,
    fixed: MoneyText.optional(),
    minimum: MoneyText.optional(),
    maximum: MoneyText.optional(),
    ...anyModel,
  }),
  maximumBelowMinimum,
)

/**
 * How a quantity becomes money.
 * `flat`: a fixed fee whatever the quantity. `perUnit`: one flat rate. `package`: an amount for every block of
 * `size` units; the catalogue's `packageRates` policy says whether a started block counts whole. `graduated`: each
 * tier's units at that tier's rate. `volume`: all units at the rate of the tier the whole quantity falls in. A
 * tier's flat fee is due once the quantity enters that tier. `percentage`: a share of a quantity of money, plus a
 * fixed part, no less than the minimum and no more than the maximum.
 */
export const Charge = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('flat'), amount: MoneyText, ...anyModel }),
  z.strictObject({ model: z.literal('perUnit'), rate: Rate, ...anyModel }),
  z.strictObject({ model: z.literal('package'), amount: MoneyText, size: SomeUnits, ...anyModel }),
  z.strictObject({ model: z.literal('graduated'), tiers: Tiers, ...anyModel }),
  z.strictObject({ model: z.literal('volume'), tiers: Tiers, ...anyModel }),
  Percentage,
])
export type Charge = z.infer<typeof Charge>
