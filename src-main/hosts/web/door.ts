import { TICKET_HASH } from '#shared/bridge.ts'
import type { Again, Whereabouts } from './handover.ts'
import { newSecret } from './secret.ts'
import { Sessions } from './sessions.ts'
import { TICKET_MS } from './tickets.ts'

export const LOOPBACK = '127.0.0.1'

export const originAt = (port: number): string => `http://${LOOPBACK}:${port}`

export const addressFor = (origin: string, ticket: string): string => `${origin}/${TICKET_HASH}${ticket}`

/** Where the application is found, by two addresses that are good once each. */
export interface Invitation {
  /** Good for as long as the host runs: for a person who puts it into a window. */
  readonly address: string
  /** Good for a minute: for a browser that is being started. */
  readonly once: string
}

/** What the host's owner does at the door, and is told of it. */
export interface Doorkeeper {
  /** An address let somebody in. */
  readonly onEntered: (address: string) => void
  /** An address came a second time, and what it had opened was closed. */
  readonly onTwice: () => void
  /** Does what a second start of the program was to do. */
  readonly onAgain: (asked: Again) => Promise<Whereabouts>
}

/** Who comes in: a page that opens by a ticket, pages by their session's token, a second start by a secret. */
export interface Door extends Doorkeeper {
  readonly sessions: Sessions
  /** That of `running.json`: who knows it is this person's own program. */
  readonly secret: string
  readonly invite: (origin: string) => Invitation
  /** Whether the host comes to its end, and takes nothing more on. */
  readonly isClosing: () => boolean
  /** Whether these words of a second start, which proved itself by them, were never heard before. */
  readonly isNew: (nonce: string) => boolean
}

/** A door with secrets that are new at each start. */
export function createDoor(keeper: Doorkeeper, isClosing: () => boolean): Door {
  const sessions = new Sessions()
  const heard = new Set<string>()
  return {
    ...keeper,
    sessions,
    secret: newSecret(),
    isClosing,
    isNew: (nonce) => !heard.has(nonce) && heard.add(nonce) === heard,
    invite: (origin) => ({
      address: addressFor(origin, sessions.issue()),
      once: addressFor(origin, sessions.issue(TICKET_MS)),
    }),
  }
}
