import type { CompiledPlan } from '../plan/compiled-plan.ts'

/** Which kinds of usage an account has had on the plan in force. */
export class FirstUses {
  readonly #known = new Set<object>()
  #plan: CompiledPlan | null = null

  /** Whether this is the first use of its kind on this plan. */
  isFirst(plan: CompiledPlan, kind: object): boolean {
    if (plan !== this.#plan) {
      this.#known.clear()
      this.#plan = plan
    }
    if (this.#known.has(kind)) return false
    this.#known.add(kind)
    return true
  }
}
