import type { Input, Method, Output } from '#shared/api.ts'
import { type Bridge, TOKEN_HASH, TOKEN_HEADER } from '#shared/bridge.ts'
import type { Result } from '#shared/problem.ts'
import { eventStream } from './event-stream.ts'
import { unreachable } from './unreachable.ts'

const TOKEN_KEY = 'tierwise.token'

/** Takes the token out of the address bar, where it could be copied by accident, and keeps it for this window. */
export function takeToken(): void {
  if (!window.location.hash.startsWith(TOKEN_HASH)) return
  sessionStorage.setItem(TOKEN_KEY, decodeURIComponent(window.location.hash.slice(TOKEN_HASH.length)))
  window.history.replaceState(null, '', window.location.pathname)
}

/**
 * Begins again where Tierwise was started anew and its new address was put into this window: only the part behind `#`
 * is another, so the browser itself loads nothing. What could not be kept meanwhile is kept first.
 */
export function beginAgainWithNewToken(keep: () => Promise<unknown>): void {
  // Before anything that follows the address: it would write its own over the token.
  window.addEventListener('popstate', () => {
    if (!window.location.hash.startsWith(TOKEN_HASH)) return
    takeToken()
    void keep().finally(() => window.location.reload())
  })
}

/** Calls as requests and events as one stream, both under the token of this window. */
export function httpTransport(): Bridge {
  const headers = () => ({ [TOKEN_HEADER]: sessionStorage.getItem(TOKEN_KEY) ?? '' })
  // What is sent while the page goes away is its last edit: it must arrive all the same.
  let isLeaving = false
  window.addEventListener('pagehide', () => (isLeaving = true))
  window.addEventListener('pageshow', () => (isLeaving = false))

  async function invoke<M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    const body = JSON.stringify(input)
    try {
      const response = await fetch(`/api/${method}`, {
        method: 'POST',
        headers: { ...headers(), 'content-type': 'application/json' },
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
  return { invoke, subscribe: eventStream(headers()) }
}

/** Browsers let a page that is left behind send so much and no more. */
const MOST_LEFT_BEHIND = 60_000
