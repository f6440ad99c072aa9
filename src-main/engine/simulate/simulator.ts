import type { AccountTerms } from '../account/account-terms.ts'
import type { Totals } from '../record/totals.ts'
import { Clock } from './clock.ts'
import { simulate } from './simulate.ts'

/**
 * Bills one account after another with nobody writing down how, each as `simulate` does. They share one clock, which
 * starts anew with every account, so that billing thousands of them leaves next to no memory to be collected.
 */
export class Simulator {
  #clock: Clock | null = null

  /** What the account comes to, to be read before the next one is billed. Throws `OutOfBounds` like `simulate`. */
  bill(terms: AccountTerms): Readonly<Totals> {
    if (terms.invoicing !== undefined) return simulate(terms)
    this.#clock ??= new Clock(terms, undefined)
    this.#clock.begin(terms)
    return this.#clock.finish()
  }
}
