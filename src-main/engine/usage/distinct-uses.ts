import type { UsageEvent } from '#shared/usage.ts'

/** What a use names, of a stream and an event alike. */
export type NamedUse = Pick<UsageEvent, 'workspace' | 'member' | 'apiKey' | 'product' | 'model'>

/**
 * What follows from the names of a use, worked out once for all uses that name the same: a year may have a million
 * events of a few kinds.
 */
export class DistinctUses<T> {
  readonly #make: (use: NamedUse) => T
  readonly #known = new Map<string, { readonly use: NamedUse; readonly made: T }[]>()

  constructor(make: (use: NamedUse) => T) {
    this.#make = make
  }

  of(use: NamedUse): T {
    const who = use.member ?? use.apiKey ?? ''
    const known = this.#known.get(who)
    if (known !== undefined) {
      for (const one of known) if (namesTheSame(one.use, use)) return one.made
    }
    const made = this.#make(use)
    if (known === undefined) this.#known.set(who, [{ use, made }])
    else known.push({ use, made })
    return made
  }
}

const namesTheSame = (a: NamedUse, b: NamedUse): boolean =>
  a.product === b.product &&
  a.model === b.model &&
  a.member === b.member &&
  a.apiKey === b.apiKey &&
  a.workspace === b.workspace
