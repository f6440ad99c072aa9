import type { Variant } from '#shared/variant.ts'
import type { VariantAt } from '#renderer/state/account-edits/variants.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'

/** What a form of a variant, or a part of it, is about. */
export interface OfVariant {
  readonly at: VariantAt
  readonly variant: Variant
  readonly account: WindowAccount
}
