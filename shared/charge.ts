import { z } from 'zod'
import { CreditsText, microsOf, MoneyText } from './decimal.ts'

/** An exact price: `amount` for every `per` units, linear in between (`$0.24 per 1,000 credits`). */
export const Rate = z.strictObject({
  amount: MoneyText,
  per: CreditsText.refine((text) => microsOf(text) > 0n, 'Expected more than zero units.'),
})
export type Rate = z.infer<typeof Rate>

/** One step of a rate schedule; `upTo` is inclusive and null on the last step. */
export const Tier = z.strictObject({
  upTo: CreditsText.nullable(),
  rate: Rate,
  flatFee: MoneyText.optional(),
})
export type Tier = z.infer<typeof Tier>

const Tiers = z
  .array(Tier)
  .min(1)
  .superRefine((tiers, context) => {
    let floor = 0n
    for (const [index, tier] of tiers.entries()) {
      const last = index === tiers.length - 1
      if (last !== (tier.upTo === null)) {
        const message = last ? 'The last tier must be open: upTo null.' : 'Only the last tier may be open.'
        context.addIssue({ code: 'custom', message, path: [index, 'upTo'] })
      }
      if (tier.upTo === null) continue
      if (microsOf(tier.upTo) <= floor) {
        context.addIssue({
          code: 'custom',
          message: 'Each tier must end above the one before.',
          path: [index, 'upTo'],
        })
      }
      floor = microsOf(tier.upTo)
    }
  })

/**
 * How a quantity becomes money.
 * `perUnit`: one flat rate. `graduated`: each tier's units at that tier's rate. `volume`: all units at the rate
 * of the tier the whole quantity falls in. A tier's flat fee is due once the quantity enters that tier.
 */
export const Charge = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('perUnit'), rate: Rate }),
  z.strictObject({ model: z.literal('graduated'), tiers: Tiers }),
  z.strictObject({ model: z.literal('volume'), tiers: Tiers }),
])
export type Charge = z.infer<typeof Charge>
