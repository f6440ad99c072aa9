import { digestOf, newSecret } from './secret.ts'
import { Tickets } from './tickets.ts'

/** What one ticket gave: a page, with all that it asks and hears. */
export interface Session {
  readonly token: string
  /** Aborted once the ticket came a second time. */
  readonly ended: AbortSignal
}

/** What comes of a ticket. `ended`: whether it was now that it ended what it had given. */
export type Entrance =
  | { readonly kind: 'entered'; readonly token: string }
  | { readonly kind: 'twice'; readonly ended: boolean }
  | { readonly kind: 'refused' }

/**
 * Who is in, each with a token of their own that no address ever held. Of two who come with one ticket nobody knows which
 * is the person, so neither stays in: the second is refused, and the session of the first ends.
 */
export class Sessions {
  readonly #tickets = new Tickets()
  readonly #byTicket = new Map<string, AbortController>()
  readonly #byToken = new Map<string, Session>()

  /** A ticket that is good for so many milliseconds; left out, for as long as the host runs. */
  issue(lifeMs = Number.POSITIVE_INFINITY): string {
    return this.#tickets.issue(lifeMs)
  }

  isKnown(ticket: string): boolean {
    return this.#tickets.isKnown(ticket)
  }

  enter(ticket: string): Entrance {
    switch (this.#tickets.use(ticket)) {
      case 'first':
        return { kind: 'entered', token: this.#begin(ticket) }
      case 'again':
        return { kind: 'twice', ended: this.#end(ticket) }
      case 'never':
        return { kind: 'refused' }
    }
  }

  /** The session of a token, one that has ended too. */
  find(token: string): Session | undefined {
    return this.#byToken.get(digestOf(token))
  }

  #begin(ticket: string): string {
    const token = newSecret()
    const end = new AbortController()
    this.#byTicket.set(digestOf(ticket), end)
    this.#byToken.set(digestOf(token), { token, ended: end.signal })
    return token
  }

  #end(ticket: string): boolean {
    const end = this.#byTicket.get(digestOf(ticket))
    if (!end || end.signal.aborted) return false
    end.abort()
    return true
  }
}
