import { TICKET_HASH, TOKEN_HASH } from '#shared/bridge.ts'
import { z } from 'zod'
import { newSecret, Tickets } from './tickets.ts'

export const LOOPBACK = '127.0.0.1'

export const originAt = (port: number): string => `http://${LOOPBACK}:${port}`

/** Where the application is found: an address for the terminal, and one that is good once for a browser. */
export const invitationSchema = z.strictObject({ address: z.url(), once: z.url() })
export type Invitation = z.infer<typeof invitationSchema>

/** Who comes in: pages by the token, a page that opens by a ticket, a second start of the program by the key. */
export interface Door {
  readonly token: string
  readonly key: string
  readonly admits: (ticket: string) => boolean
  readonly invite: (origin: string) => Invitation
  /** Told the files that a second start was to open. */
  readonly onAgain: (files: readonly string[]) => Promise<void>
}

/** A door with secrets that are new at each start. */
export function createDoor(onAgain: Door['onAgain']): Door {
  const token = newSecret()
  const tickets = new Tickets()
  return {
    token,
    key: newSecret(),
    admits: (ticket) => tickets.use(ticket),
    invite: (origin) => ({
      address: `${origin}/${TOKEN_HASH}${token}`,
      once: `${origin}/${TICKET_HASH}${tickets.issue()}`,
    }),
    onAgain,
  }
}
