import type { Invoke } from './api.ts'
import type { Listener, Unsubscribe } from './events.ts'

/**
 * What the two transports and the renderer agree on; plain enough for the preload to bundle whole.
 *
 * In Electron the preload exposes `window.tierwise`. On the loopback host it is absent: the page was opened at
 * `http://127.0.0.1:PORT/#ticket=TICKET`, for which `ENTRY_PATH` gives a token, once. The renderer takes the ticket out of
 * the address bar with `history.replaceState`, keeps the token in `sessionStorage`, and sends each call as
 * `POST /api/METHOD` with the input as a JSON body, `content-type: application/json` and the token in `TOKEN_HEADER`; an
 * input with a file goes as `call-with-file.ts` says. Every answer, also of a refused
 * request, is a JSON `Result`, but for one with a file, which comes in the same way.
 */
export interface Bridge {
  readonly invoke: Invoke
  /** Hears every `AppEvent` from now on, until it unsubscribes. */
  readonly subscribe: (listener: Listener) => Unsubscribe
}

export const INVOKE_CHANNEL = 'tierwise:invoke'
export const EVENT_CHANNEL = 'tierwise:event'
/**
 * Where the loopback host streams events, one JSON `AppEvent` a line, and at the end, where it is the host that ends it, a
 * `Farewell`; asked for with the token like a call.
 */
export const EVENT_PATH = '/events'
export const TOKEN_HEADER = 'x-tierwise-token'
export const TICKET_HASH = '#ticket='
/** Where the loopback host gives the token for a ticket: `POST` of an `Entry`, answered with an `Entered`. */
export const ENTRY_PATH = '/enter'

/**
 * An input whose JSON is longer crosses as the bytes of it, which the main process hands to a thread: a person's own
 * scenario has a few thousand.
 */
export const MOST_PLAIN_INPUT = 256 * 1024

/** The code of calls that come while the host stops, or are not done then. */
export const STOPPING_CODE = 'host.stopping'

/** Why a stream of events ends, by the code with which a call would be refused from now on. */
export interface Farewell {
  readonly kind: 'farewell'
  readonly code: string
}

export interface Entry {
  readonly ticket: string
}

export interface Entered {
  readonly token: string
}

declare global {
  interface Window {
    /** Only in Electron's window. */
    readonly tierwise?: Bridge
  }
}
