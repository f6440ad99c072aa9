import type { Input, Method, Output } from '#shared/api.ts'
import {
  type Bridge,
  type Entered,
  type Entry,
  ENTRY_PATH,
  TICKET_HASH,
  TOKEN_HASH,
  TOKEN_HEADER,
} from '#shared/bridge.ts'
import type { Result } from '#shared/problem.ts'
import { eventStream } from './event-stream.ts'
import type { Reach } from './reach.ts'
import { unreachable } from './unreachable.ts'

const TOKEN_KEY = 'tierwise.token'

/**
 * Takes the token, or the ticket that is good for it once, out of the address bar, where it could be copied by
 * accident, and keeps the token for this window. Resolves once it is kept, or the ticket was refused.
 */
export async function takeToken(): Promise<void> {
  const { hash, pathname } = window.location
  if (!isKey(hash)) return
  window.history.replaceState(null, '', pathname)
  const token = hash.startsWith(TOKEN_HASH)
    ? decodeURIComponent(hash.slice(TOKEN_HASH.length))
    : await tokenFor({ ticket: decodeURIComponent(hash.slice(TICKET_HASH.length)) })
  if (token !== null) sessionStorage.setItem(TOKEN_KEY, token)
}

const isKey = (hash: string): boolean => hash.startsWith(TOKEN_HASH) || hash.startsWith(TICKET_HASH)

async function tokenFor(entry: Entry): Promise<string | null> {
  const headers = { 'content-type': 'application/json' }
  try {
    const response = await fetch(ENTRY_PATH, { method: 'POST', headers, body: JSON.stringify(entry) })
    // The host is ours, and its tests hold it to this type.
    const answer: Result<Entered> = await response.json()
    return answer.ok ? answer.value.token : null
  } catch {
    // Nobody answers: the first call will say so.
    return null
  }
}

/**
 * Begins again where Tierwise was started anew and its new address was put into this window: only the part behind `#`
 * is another, so the browser itself loads nothing. What could not be kept meanwhile is kept first.
 */
export function beginAgainWithNewToken(keep: () => Promise<unknown>): void {
  // Before anything that follows the address: it would write its own over the token.
  window.addEventListener('popstate', () => {
    if (!isKey(window.location.hash)) return
    void takeToken()
      .then(keep)
      .finally(() => window.location.reload())
  })
}

/**
 * Calls as requests and events as one stream, both under the token of this window, which is known once `admitted`.
 * `reached` is told by the stream whether the host is there.
 */
export function httpTransport(admitted: Promise<void>, reached: (reach: Reach) => void): Bridge {
  const headers = async () => {
    await admitted
    return { [TOKEN_HEADER]: sessionStorage.getItem(TOKEN_KEY) ?? '' }
  }
  // What is sent while the page goes away is its last edit: it must arrive all the same.
  let isLeaving = false
  window.addEventListener('pagehide', () => (isLeaving = true))
  window.addEventListener('pageshow', () => (isLeaving = false))

  async function invoke<M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    const body = JSON.stringify(input)
    try {
      const response = await fetch(`/api/${method}`, {
        method: 'POST',
        headers: { ...(await headers()), 'content-type': 'application/json' },
        body,
        keepalive: isLeaving && body.length < MOST_LEFT_BEHIND,
      })
      // The host is ours and its contract tests hold it to this type; parsing again would cost every drag step.
      const answer: Result<Output<M>> = await response.json()
      return answer
    } catch {
      return unreachable()
    }
  }
  return { invoke, subscribe: eventStream(headers, reached) }
}

/** Browsers let a page that is left behind send so much and no more. */
const MOST_LEFT_BEHIND = 60_000
