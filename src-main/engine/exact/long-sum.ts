import { type Credits, creditsText, MICROS, type Money, moneyText } from './amount.ts'

const MICROS_OF_ONE = BigInt(MICROS)

/**
 * A sum of any number of amounts, exact also beyond the safe integers: what moved through an account in years may be
 * more than it ever held.
 */
export class LongSum {
  #near = 0
  #far = 0n

  add(amount: Money | Credits): void {
    const next = this.#near + amount
    if (Number.isSafeInteger(next)) {
      this.#near = next
      return
    }
    this.#far += BigInt(this.#near)
    this.#near = amount
  }

  /** As credits are written. */
  get credits(): string {
    return this.#text(creditsText)
  }

  /** As money is written. */
  get money(): string {
    return this.#text(moneyText)
  }

  /** The whole part may be longer than any amount; the rest is written like one. */
  #text(write: (amount: number) => string): string {
    const sum = this.#far + BigInt(this.#near)
    const [sign, size] = sum < 0n ? ['-', -sum] : ['', sum]
    return `${sign}${size / MICROS_OF_ONE}${write(Number(size % MICROS_OF_ONE)).slice(1)}`
  }
}
