import type { AccountChange } from '#shared/account.ts'
import type { Choice } from '#renderer/finding/change-ground.ts'

/** What every field of a form says: its label, the part of the change it sets, and the change with another value. */
interface Field<V> {
  readonly label: string
  /** As the engine names it where it is wrong: `member.seat`. */
  readonly path: string
  readonly value: V
  readonly put: (value: V) => AccountChange
}

/** Picked from a list that may be long, by typing. */
export type PickField = Field<string> & { readonly control: 'pick'; readonly among: readonly Choice[] }
/** One of a few. */
export type ChoiceField = Field<string> & {
  readonly control: 'choice'
  readonly among: readonly Choice[]
}
/** A whole number, at least `min`. */
export type CountField = Field<number> & { readonly control: 'count'; readonly min: number }
/** Money or credits, exact; null where there is none, which `none` says in words. */
export type AmountField = Field<string | null> & {
  readonly control: 'amount'
  readonly unit: string
  readonly none?: string
}
export type TextField = Field<string> & { readonly control: 'text' }
export type ToggleField = Field<boolean> & { readonly control: 'toggle'; readonly hint: string }

/** A field of a change's form, as data. */
export type ChangeField = PickField | ChoiceField | CountField | AmountField | TextField | ToggleField

/** Most changes are dated alone: only what they say besides is a field of theirs. */
export const NO_FIELDS: readonly ChangeField[] = []
