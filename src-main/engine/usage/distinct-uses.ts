import type { UsageEvent } from '#shared/usage.ts'

/** What a use names, of a stream and an event alike. */
export type NamedUse = Pick<UsageEvent, 'workspace' | 'member' | 'apiKey' | 'product' | 'model'>

/** Comparing names with so many is quicker than to write them down in one text. */
const FEW = 16

/**
 * What follows from the names of a use, worked out once for all uses that name the same: a year may have a million
 * events of a few kinds. Of many kinds, each is found as soon.
 */
export class DistinctUses<T> {
  readonly #make: (use: NamedUse) => T
  readonly #few = new Map<string, { readonly use: NamedUse; readonly made: T }[]>()
  readonly #many = new Map<string, T>()

  constructor(make: (use: NamedUse) => T) {
    this.#make = make
  }

  of(use: NamedUse): T {
    const who = use.member ?? use.apiKey ?? ''
    const few = this.#few.get(who)
    if (few !== undefined) {
      for (const one of few) if (namesTheSame(one.use, use)) return one.made
      if (few.length >= FEW) return this.#ofMany(use)
    }
    const made = this.#make(use)
    if (few === undefined) this.#few.set(who, [{ use, made }])
    else few.push({ use, made })
    return made
  }

  #ofMany(use: NamedUse): T {
    const { product, model, member, apiKey, workspace } = use
    const names = JSON.stringify([product, model, member, apiKey, workspace])
    const known = this.#many.get(names)
    if (known !== undefined) return known
    const made = this.#make(use)
    this.#many.set(names, made)
    return made
  }
}

const namesTheSame = (a: NamedUse, b: NamedUse): boolean =>
  a.product === b.product &&
  a.model === b.model &&
  a.member === b.member &&
  a.apiKey === b.apiKey &&
  a.workspace === b.workspace
