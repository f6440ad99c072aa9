import type { Plan } from '#shared/catalog.ts'
import { type Credits, toMicros } from '../exact/amount.ts'
import type { Attribution } from '../usage/attribution.ts'

/** What a Basic member may use of the shared pool each period, in the product families that count. */
interface Terms {
  readonly credits: Credits
  readonly families: ReadonlySet<string>
}

/** The ceiling on Basic members, and what each member has used under it. Source: seed 001. */
export class Ceiling {
  #terms: Terms | null
  /** Credits each member used this period in the families that count, on whatever seat, even if removed. */
  readonly #counted = new Map<string, Credits>()

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
  left(name: string, use: Attribution): Credits {
    return this.#isCounted(use) ? Math.max(0, this.credits - (this.#counted.get(name) ?? 0)) : Infinity
  }

  count(name: string, use: Attribution, credits: Credits): void {
    if (this.#isCounted(use)) this.#counted.set(name, (this.#counted.get(name) ?? 0) + credits)
  }

  startPeriod(): void {
    this.#counted.clear()
  }

  #isCounted({ family }: Attribution): boolean {
    return family !== null && this.#terms !== null && this.#terms.families.has(family)
  }
}

function termsOf({ seats: { basicCeiling } }: Plan): Terms | null {
  if (basicCeiling === null) return null
  return { credits: toMicros(basicCeiling.credits.value), families: new Set(basicCeiling.families) }
}
