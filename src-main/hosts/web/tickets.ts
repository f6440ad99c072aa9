import { createHash, randomBytes } from 'node:crypto'

/** How long a browser may take to start and to ask for the page, in milliseconds. */
export const TICKET_MS = 60_000

export const newSecret = (): string => randomBytes(32).toString('base64url')

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64')

/**
 * A ticket admits one page, once and soon. A browser is started with an address among its arguments, which every user
 * of the machine can read in the list of processes: a ticket that was used is worth nothing to them.
 */
export class Tickets {
  /** Until when each is good; by digest, so that how long a search takes tells nothing of the secret. */
  readonly #goodUntil = new Map<string, number>()
  readonly #now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  issue(): string {
    this.#dropLate()
    const ticket = newSecret()
    this.#goodUntil.set(digestOf(ticket), this.#now() + TICKET_MS)
    return ticket
  }

  /** Whether it admits; afterwards it does not. */
  use(ticket: string): boolean {
    this.#dropLate()
    return this.#goodUntil.delete(digestOf(ticket))
  }

  #dropLate(): void {
    for (const [digest, until] of this.#goodUntil) if (until < this.#now()) this.#goodUntil.delete(digest)
  }
}
