import type { Plan } from '#shared/catalog.ts'
import { type Credits, toMicros } from '../exact/amount.ts'
import type { Attribution } from '../record/attribution.ts'

/** What a Basic member may use of the shared pool each period, in the product families that count. */
interface Terms {
  readonly credits: Credits
  readonly families: ReadonlySet<string>
}

/** The ceiling on Basic members, and what each member has used under it. Source: seed 001. */
export class Ceiling {
  #terms: Terms | null
  /**
   * Credits each member used this period of each family, on whatever seat, even if removed; of those too that count only
   * on a plan the account comes to be on later.
   */
  readonly #used = new Map<string, Map<string, Credits>>()

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
  }

  /** What a Basic member may still use of what they ask for. */
  left(name: string, { family }: Attribution): Credits {
    const terms = this.#terms
    if (family === null || terms === null || !terms.families.has(family)) return Infinity
    return Math.max(0, terms.credits - this.used(name))
  }

  /** What a member has used in the open period of what counts, on whatever seat; nothing where there is no ceiling. */
  used(name: string): Credits {
    const terms = this.#terms
    const byFamily = this.#used.get(name)
    if (byFamily === undefined || terms === null) return 0
    let counted = 0
    for (const [used, credits] of byFamily) if (terms.families.has(used)) counted += credits
    return counted
  }

  count(name: string, { family }: Attribution, credits: Credits): void {
    if (family === null || credits === 0) return
    const used = this.#used.get(name)
    if (used === undefined) this.#used.set(name, new Map([[family, credits]]))
    else used.set(family, (used.get(family) ?? 0) + credits)
  }

  startPeriod(): void {
    this.#used.clear()
  }
}

function termsOf({ seats: { basicCeiling } }: Plan): Terms | null {
  if (basicCeiling === null) return null
  return { credits: toMicros(basicCeiling.credits.value), families: new Set(basicCeiling.families) }
}
