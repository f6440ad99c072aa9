import { canonicalJson } from '#shared/canonical-json.ts'

/** A variant, with whatever else it says. */
export interface Named {
  readonly name: string
}

/**
 * Where each variant that was asked about is in the list as it is, for the answer may be of a list before: the very one,
 * one that says the same, the one of its name, or the one that was changed in its place. Undefined where it is gone.
 */
export function placesNow(asked: readonly Named[], list: readonly Named[]): readonly (number | undefined)[] {
  const texts = list.map((variant) => canonicalJson(variant))
  const sure = asked.map((variant) => {
    const same = list.indexOf(variant)
    if (same >= 0) return same
    const alike = texts.indexOf(canonicalJson(variant))
    if (alike >= 0) return alike
    const named = list.findIndex(({ name }) => name === variant.name)
    return named < 0 ? undefined : named
  })
  const taken = new Set(sure)
  // Renamed: nothing else can have come into its place while there are as many as there were.
  return sure.map((place, at) =>
    place === undefined && asked.length === list.length && !taken.has(at) ? at : place,
  )
}
