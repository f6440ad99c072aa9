import { digestOf, newSecret } from './secret.ts'

/** How long a browser that is being started may take to ask for the page, in milliseconds. */
export const TICKET_MS = 60_000

/** How a ticket came: for the first time and in time, once more, or with nothing that was ever issued and still holds. */
export type TicketUse = 'first' | 'again' | 'never'

/** Tickets admit one page each, once. That one comes twice is noticed for as long as the host runs. */
export class Tickets {
  /** Until when each is good, by digest. */
  readonly #goodUntil = new Map<string, number>()
  readonly #used = new Set<string>()
  readonly #now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  issue(lifeMs: number): string {
    this.#dropLate()
    const ticket = newSecret()
    this.#goodUntil.set(digestOf(ticket), this.#now() + lifeMs)
    return ticket
  }

  /** Whether it was issued here, and is good or was used. */
  isKnown(ticket: string): boolean {
    const digest = digestOf(ticket)
    return this.#goodUntil.has(digest) || this.#used.has(digest)
  }

  use(ticket: string): TicketUse {
    this.#dropLate()
    const digest = digestOf(ticket)
    if (this.#used.has(digest)) return 'again'
    if (!this.#goodUntil.delete(digest)) return 'never'
    this.#used.add(digest)
    return 'first'
  }

  #dropLate(): void {
    for (const [digest, until] of this.#goodUntil) if (until < this.#now()) this.#goodUntil.delete(digest)
  }
}
