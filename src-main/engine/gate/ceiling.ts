import type { Plan } from '#shared/catalog.ts'
import { type Credits, toMicros } from '../exact/amount.ts'

/** What a Basic member may use of the shared pool each period, in the product families that count. */
interface Terms {
  readonly credits: Credits
  readonly families: ReadonlySet<string>
}

/** What one member used in the open period, on whatever seat, even if removed since. */
export interface Tally {
  /** By family; of those too that count only on a plan the account comes to be on later. */
  readonly families: Map<string, FamilyTally>
  /** Of those that count on the plan in force; nothing where it has no ceiling. */
  counted: Credits
}

/** The same in one family of products. */
export interface FamilyTally {
  used: Credits
  /** Whether it counts on the plan in force. */
  isCounted: boolean
}

/** The ceiling on Basic members, and what each member has used under it. Source: seed 001. */
export class Ceiling {
  #terms: Terms | null
  readonly #tallies = new Map<string, Tally>()

  constructor(plan: Plan) {
    this.#terms = termsOf(plan)
  }

  /** The credits of the ceiling; `Infinity` where the plan has none. */
  get credits(): Credits {
    return this.#terms?.credits ?? Infinity
  }

  /** Another plan's ceiling holds at once; what was used in the period stays used. */
  set(plan: Plan): void {
    this.#terms = termsOf(plan)
    for (const tally of this.#tallies.values()) {
      tally.counted = 0
      for (const [family, of] of tally.families) {
        of.isCounted = this.#counts(family)
        if (of.isCounted) tally.counted += of.used
      }
    }
  }

  /** The same one for as long as the account runs. */
  tallyOf(name: string): Tally {
    const known = this.#tallies.get(name)
    if (known !== undefined) return known
    const tally: Tally = { families: new Map(), counted: 0 }
    this.#tallies.set(name, tally)
    return tally
  }

  /** The same one for as long as the account runs. */
  familyOf({ families }: Tally, family: string): FamilyTally {
    const known = families.get(family)
    if (known !== undefined) return known
    const of: FamilyTally = { used: 0, isCounted: this.#counts(family) }
    families.set(family, of)
    return of
  }

  /** What a Basic member may still use of what they ask for; `of` is null where that is of no family. */
  left({ counted }: Tally, of: FamilyTally | null): Credits {
    if (of === null || !of.isCounted || this.#terms === null) return Infinity
    return Math.max(0, this.#terms.credits - counted)
  }

  count(tally: Tally, of: FamilyTally | null, credits: Credits): void {
    if (of === null) return
    of.used += credits
    if (of.isCounted) tally.counted += credits
  }

  startPeriod(): void {
    for (const tally of this.#tallies.values()) {
      tally.counted = 0
      for (const of of tally.families.values()) of.used = 0
    }
  }

  #counts(family: string): boolean {
    return this.#terms?.families.has(family) === true
  }
}

function termsOf({ seats: { basicCeiling } }: Plan): Terms | null {
  if (basicCeiling === null) return null
  return { credits: toMicros(basicCeiling.credits.value), families: new Set(basicCeiling.families) }
}
