import type { Plan } from '#shared/catalog.ts'
import { type Credits, toMicros } from '../exact/amount.ts'
import type { Attribution } from '../record/attribution.ts'

/** What a Basic member may use of the shared pool each period, in the product families that count. */
interface Terms {
  readonly credits: Credits
  readonly families: ReadonlySet<string>
}

/** What one member used in the open period, on whatever seat, even if removed since. */
export interface Tally {
  /** Of each family; of those too that count only on a plan the account comes to be on later. */
  readonly byFamily: Map<string, Credits>
  /** Of those that count on the plan in force; nothing where it has no ceiling. */
  counted: Credits
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
    for (const tally of this.#tallies.values()) tally.counted = countedIn(tally, this.#terms)
  }

  /** The same one for as long as the account runs. */
  tallyOf(name: string): Tally {
    const known = this.#tallies.get(name)
    if (known !== undefined) return known
    const tally: Tally = { byFamily: new Map(), counted: 0 }
    this.#tallies.set(name, tally)
    return tally
  }

  /** What a Basic member may still use of what they ask for. */
  left({ counted }: Tally, { family }: Attribution): Credits {
    const terms = this.#terms
    if (family === null || terms === null || !terms.families.has(family)) return Infinity
    return Math.max(0, terms.credits - counted)
  }

  count(tally: Tally, { family }: Attribution, credits: Credits): void {
    if (family === null || credits === 0) return
    tally.byFamily.set(family, (tally.byFamily.get(family) ?? 0) + credits)
    if (this.#terms?.families.has(family) === true) tally.counted += credits
  }

  startPeriod(): void {
    for (const tally of this.#tallies.values()) {
      tally.byFamily.clear()
      tally.counted = 0
    }
  }
}

function countedIn({ byFamily }: Tally, terms: Terms | null): Credits {
  let counted = 0
  for (const [family, credits] of byFamily) if (terms?.families.has(family) === true) counted += credits
  return counted
}

function termsOf({ seats: { basicCeiling } }: Plan): Terms | null {
  if (basicCeiling === null) return null
  return { credits: toMicros(basicCeiling.credits.value), families: new Set(basicCeiling.families) }
}
