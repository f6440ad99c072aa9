import type { Input, Method, Output } from '#shared/api.ts'
import {
  type Bridge,
  type Entered,
  type Entry,
  ENTRY_PATH,
  TICKET_HASH,
  TOKEN_HEADER,
} from '#shared/bridge.ts'
import { type Result, succeed } from '#shared/result.ts'
import { eventStream } from './event-stream.ts'
import type { Reach } from './reach.ts'
import { answerIn, requestBodyOf } from './with-file.ts'
import { unreachable } from './unreachable.ts'

const TOKEN_KEY = 'tierwise.token'

/**
 * Takes the ticket out of the address bar, where it could be copied by accident, and keeps for this window the token that
 * is given for it. Resolves to the token, or why there is none.
 */
export async function takeToken(): Promise<Result<string>> {
  const { hash, pathname } = window.location
  const kept = sessionStorage.getItem(TOKEN_KEY)
  if (!isTicket(hash)) return succeed(kept ?? '')
  window.history.replaceState(null, '', pathname)
  const entered = await enter({ ticket: ticketIn(hash) })
  // A window that is in stays in; where nobody answers, the first call will say so.
  if (entered === null || (!entered.ok && kept !== null)) return succeed(kept ?? '')
  if (!entered.ok) return entered
  sessionStorage.setItem(TOKEN_KEY, entered.value.token)
  return succeed(entered.value.token)
}

const isTicket = (hash: string): boolean => hash.startsWith(TICKET_HASH)

/** What is no text in an address is no ticket that anybody gave: the host says so as of any other that it does not know. */
function ticketIn(hash: string): string {
  const written = hash.slice(TICKET_HASH.length)
  try {
    return decodeURIComponent(written)
  } catch (error) {
    if (error instanceof URIError) return written
    throw error
  }
}

async function enter(entry: Entry): Promise<Result<Entered> | null> {
  const headers = { 'content-type': 'application/json' }
  try {
    const response = await fetch(ENTRY_PATH, { method: 'POST', headers, body: JSON.stringify(entry) })
    // The host is ours, and its tests hold it to this type.
    const answer: Result<Entered> = await response.json()
    return answer
  } catch {
    return null
  }
}

/**
 * Begins again where Tierwise was started anew and its new address was put into this window: only the part behind `#`
 * is another, so the browser itself loads nothing. What could not be kept meanwhile is kept first,
 * whatever becomes of the new token.
 */
export function beginAgainWithNewToken(keep: () => Promise<unknown>): void {
  // Before anything that follows the address: it would write its own over the token.
  window.addEventListener('popstate', () => {
    if (!isTicket(window.location.hash)) return
    void takeToken()
      .then(keep, keep)
      .finally(() => window.location.reload())
  })
}

/**
 * Calls as requests and events as one stream, both under the token of this window, which is known once `admitted`.
 * `reached` is told by the stream whether the host is there.
 */
export function httpTransport(admitted: Promise<Result<string>>, reached: (reach: Reach) => void): Bridge {
  const ofToken = () => succeed({ [TOKEN_HEADER]: sessionStorage.getItem(TOKEN_KEY) ?? '' })
  const headers = async () => {
    const admission = await admitted
    return admission.ok ? ofToken() : admission
  }
  // Once it is, a call leaves at once: whoever waits for anything first is drawn first, and asks that much later.
  let isAdmitted = false
  void admitted.then(({ ok }) => (isAdmitted = ok))
  // What is sent while the page goes away is its last edit: it must arrive all the same.
  let isLeaving = false
  window.addEventListener('pagehide', () => (isLeaving = true))
  window.addEventListener('pageshow', () => (isLeaving = false))

  async function invoke<M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    const { body, type } = requestBodyOf(input)
    const known = isAdmitted ? ofToken() : await headers()
    if (!known.ok) return known
    try {
      const response = await fetch(`/api/${method}`, {
        method: 'POST',
        headers: { ...known.value, 'content-type': type },
        body,
        keepalive: isLeaving && typeof body === 'string' && body.length < MOST_LEFT_BEHIND,
      })
      return await answerIn<M>(response)
    } catch {
      return unreachable()
    }
  }
  return { invoke, subscribe: eventStream(headers, reached) }
}

/** Browsers let a page that is left behind send so much and no more. */
const MOST_LEFT_BEHIND = 60_000
