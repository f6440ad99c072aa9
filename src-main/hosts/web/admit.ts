import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { Entered, Entry } from '#shared/bridge.ts'
import { type Admission, admitted, readAs, turnedAway } from './admission.ts'
import { addressFor, type Door } from './door.ts'
import { type Refusal, refuseSender } from './guard.ts'
import { endsOf, isOfAnotherUser } from './peer-user.ts'

const entrySchema: z.ZodType<Entry> = z.strictObject({ ticket: z.string() })
const ENTRY_LIMIT = 1024

/** Gives our page a token for the ticket in its address; one that comes twice ends what it gave. */
export async function enter(request: IncomingMessage, door: Door, origin: string): Promise<Admission> {
  const { socket } = request
  const ends = endsOf(socket)
  const refused = refuseSender(request)
  if (refused) return turnedAway(refused)
  const asked = await readAs(entrySchema, request, ENTRY_LIMIT)
  if (!asked.ok) return asked.refused
  const { ticket } = asked.value
  // Whoever read a ticket that was not for them can neither use it nor shut out whoever has: also not by hanging up at
  // once, for nobody who does has a use for a token.
  if (door.sessions.isKnown(ticket) && ((await isOfAnotherUser(ends)) || socket.destroyed))
    return turnedAway(OTHER_USER)
  const entrance = door.sessions.enter(ticket)
  switch (entrance.kind) {
    case 'entered': {
      door.onEntered(addressFor(origin, ticket))
      const entered: Entered = { token: entrance.token }
      return admitted(entered)
    }
    case 'twice':
      if (entrance.ended) door.onTwice()
      return turnedAway(TWICE)
    case 'refused':
      return turnedAway(UNKNOWN)
  }
}

const TWICE: Refusal = {
  status: 401,
  problem: {
    code: 'http.ticket_twice',
    message:
      'This address was opened before, so what it opened was closed: somebody else on this machine may have read it. Open the new address that the terminal shows.',
    path: 'ticket',
  },
}

const OTHER_USER: Refusal = {
  status: 403,
  problem: {
    code: 'http.other_user',
    message: 'This address is for a browser of the user who started Tierwise, on this machine.',
    path: 'ticket',
  },
}

const UNKNOWN: Refusal = {
  status: 401,
  problem: {
    code: 'http.ticket',
    message:
      'This address waited too long, or is of an earlier start. Open the address that the terminal shows.',
    path: 'ticket',
  },
}
