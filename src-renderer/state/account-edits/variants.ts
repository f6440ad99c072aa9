import type { Variant } from '#shared/analysis.ts'
import { cutText } from '#shared/cut-text.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { freeName } from '../free-name.ts'

/*
 * Edits of what an account is compared with, each a pure function that gives the very same content back where there is
 * nothing to do. The account as it is has no place in the list: it is always there, and null where a place is meant.
 */

/** As many as are kept with a scenario; see `MOST_VARIANTS` in `shared/bounds.ts`. */
export const MOST_COMPARED = 8

/** Leaves room for a number in a name: see `MOST_NAME` in `shared/bounds.ts`. */
const LONGEST_NAMED = 990

/** A variant as a list shows one, for two may share a name until one of them is renamed. */
export interface VariantAt {
  readonly name: string
  readonly place: number
}

const NONE: readonly Variant[] = []

export const variantsOf = ({ variants }: WindowContent): readonly Variant[] => variants?.list ?? NONE

/** The place of the variant that the others are beside; null for the account as it is. */
export function baselineOf({ variants }: WindowContent): number | null {
  const place = variants?.baseline ?? null
  return place === null || variants?.list[place] === undefined ? null : place
}

/** A content with those variants; with none of them, it says nothing of variants. */
function having(content: WindowContent, list: readonly Variant[], baseline: Variant | null): WindowContent {
  const { variants: _before, ...rest } = content
  if (list.length === 0) return rest
  const place = baseline === null ? -1 : list.indexOf(baseline)
  return { ...rest, variants: { list: [...list], baseline: place < 0 ? null : place } }
}

const baselineIn = (content: WindowContent): Variant | null =>
  variantsOf(content)[baselineOf(content) ?? -1] ?? null

/** The variant that is meant in a list that may have moved since: at its place, or else the first of its name. */
function found(content: WindowContent, { name, place }: VariantAt): Variant | undefined {
  const list = variantsOf(content)
  return list[place]?.name === name ? list[place] : list.find((variant) => variant.name === name)
}

const namesOf = (list: readonly Variant[]): ReadonlySet<string> => new Set(list.map(({ name }) => name))

/** With more to compare, at the end and under names of their own; what there is no more room for is left out. */
export function addVariants(content: WindowContent, variants: readonly Variant[]): WindowContent {
  const list = [...variantsOf(content)]
  for (const variant of variants) {
    if (list.length >= MOST_COMPARED) break
    list.push({ ...variant, name: freeName(cutText(variant.name, LONGEST_NAMED), namesOf(list)) })
  }
  return list.length === variantsOf(content).length ? content : having(content, list, baselineIn(content))
}

/** With one variant changed, but for its name; the very same content where `change` gives the same one back. */
export function changeVariant(
  content: WindowContent,
  at: VariantAt,
  change: (variant: Variant) => Variant,
): WindowContent {
  const before = found(content, at)
  if (before === undefined) return content
  const after = change(before)
  return after === before ? content : replaced(content, before, after)
}

function replaced(content: WindowContent, before: Variant, after: Variant): WindowContent {
  const list = variantsOf(content).map((variant) => (variant === before ? after : variant))
  const baseline = baselineIn(content)
  return having(content, list, baseline === before ? after : baseline)
}

/** Calls a variant otherwise; no name, or one that another has, changes nothing. */
export function renameVariant(content: WindowContent, at: VariantAt, name: string): WindowContent {
  const before = found(content, at)
  if (before === undefined || name === '' || namesOf(variantsOf(content)).has(name)) return content
  return replaced(content, before, { ...before, name })
}

/** Without one of them: the others are beside the account as it is where they were beside that one. */
export function removeVariant(content: WindowContent, at: VariantAt): WindowContent {
  const gone = found(content, at)
  if (gone === undefined) return content
  const list = variantsOf(content).filter((variant) => variant !== gone)
  return having(content, list, baselineIn(content))
}

/** Another one of the same, behind all. */
export function duplicateVariant(content: WindowContent, at: VariantAt): WindowContent {
  const again = found(content, at)
  return again === undefined ? content : addVariants(content, [again])
}

/** Puts all others beside one variant; null for the account as it is. */
export function setBaseline(content: WindowContent, at: VariantAt | null): WindowContent {
  const wanted = at === null ? null : found(content, at)
  if (wanted === undefined || wanted === baselineIn(content)) return content
  return having(content, variantsOf(content), wanted)
}

/** A variant that says something of one axis, or nothing of it where `value` is undefined. */
export function withAxis<K extends Exclude<keyof Variant, 'name'>>(
  variant: Variant,
  axis: K,
  value: Variant[K] | undefined,
): Variant {
  const { [axis]: before, ...rest } = variant
  if (before === value) return variant
  return value === undefined ? { ...rest, name: variant.name } : { ...variant, [axis]: value }
}
