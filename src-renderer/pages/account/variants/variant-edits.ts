import type { Variant } from '#shared/variant.ts'
import {
  addVariants,
  changeVariant,
  duplicateVariant,
  removeVariant,
  renameVariant,
  setBaseline,
  type VariantAt,
  withAxis,
} from '#renderer/state/account-edits/variants.ts'
import { editContent } from '#renderer/state/draft.ts'

/*
 * What a person does to the variants, as edits with the names that undo has for them.
 */

const quoted = (name: string): string => `“${name}”`

export function compareWith(name: string, variants: readonly Variant[]): void {
  const label = `Compare with ${quoted(name)}`
  editContent({ label, of: label, change: (content) => addVariants(content, variants) })
}

export function rename(at: VariantAt, name: string): void {
  editContent({
    label: `Rename ${quoted(at.name)} to ${quoted(name)}`,
    of: `variant ${String(at.place)} name`,
    change: (content) => renameVariant(content, at, name),
  })
}

/** What an edit form does to one axis of a variant; undefined leaves it as in the account. */
export function setAxis<K extends Exclude<keyof Variant, 'name'>>(
  at: VariantAt,
  axis: K,
  value: Variant[K] | undefined,
): void {
  change(at, axis, (variant) => withAxis(variant, axis, value))
}

/** The same for several axes, or for a part of one. */
export function change(at: VariantAt, of: string, made: (variant: Variant) => Variant): void {
  editContent({
    label: `Change ${quoted(at.name)}`,
    of: `variant ${String(at.place)} ${of}`,
    change: (content) => changeVariant(content, at, made),
  })
}

export function duplicate(at: VariantAt): void {
  const label = `Duplicate ${quoted(at.name)}`
  editContent({ label, of: label, change: (content) => duplicateVariant(content, at) })
}

export function remove(at: VariantAt): void {
  const label = `Stop comparing with ${quoted(at.name)}`
  editContent({ label, of: label, change: (content) => removeVariant(content, at) })
}

/** `name` is that of the account as it is where no variant is meant. */
export function makeBaseline(at: VariantAt | null, name: string): void {
  editContent({
    label: `Make ${quoted(name)} the baseline`,
    of: 'baseline of variants',
    change: (content) => setBaseline(content, at),
  })
}
