import type { Credits, Money } from '../exact/amount.ts'
import { multiplyDivideDown, multiplyDivideUp } from '../exact/multiply-divide.ts'
import type { CompiledPrepaid } from '../plan/compiled-plan.ts'

/**
 * Turns credits into money of a prepaid balance at one plan's rate. What a rate was drawn for is summed before it is
 * turned into money, so that many small uses cost what one large use costs. A micro of money that was begun is drawn
 * whole, and serves the next use at the same rate with what is left of it; another plan's rate starts anew.
 */
export class PrepaidRate {
  #terms: CompiledPrepaid | null = null
  #credits: Credits = 0
  #money: Money = 0

  /** The money for `credits` more. */
  take(terms: CompiledPrepaid, credits: Credits): Money {
    const money = this.#cost(terms, credits)
    this.#credits += credits
    this.#money += money
    return money
  }

  /** How much of `wanted` so much money pays for. */
  within(terms: CompiledPrepaid, wanted: Credits, money: Money): Credits {
    if (this.#cost(terms, wanted) <= money) return wanted
    return multiplyDivideDown(this.#money + money, terms.credits, terms.money) - this.#credits
  }

  #cost(terms: CompiledPrepaid, credits: Credits): Money {
    if (terms !== this.#terms) {
      this.#terms = terms
      this.#credits = 0
      this.#money = 0
    }
    return multiplyDivideUp(this.#credits + credits, terms.money, terms.credits) - this.#money
  }
}
