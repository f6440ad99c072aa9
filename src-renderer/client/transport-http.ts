import type { Input, Method, Output } from '#shared/api.ts'
import { type Bridge, TOKEN_HASH, TOKEN_HEADER } from '#shared/bridge.ts'
import type { Result } from '#shared/problem.ts'
import { eventStream } from './event-stream.ts'
import { unreachable } from './unreachable.ts'

const TOKEN_KEY = 'tierwise.token'

/** Takes the token out of the address bar, where it could be copied by accident, and keeps it for this window. */
export function takeToken(): string {
  if (window.location.hash.startsWith(TOKEN_HASH)) {
    sessionStorage.setItem(TOKEN_KEY, decodeURIComponent(window.location.hash.slice(TOKEN_HASH.length)))
    window.history.replaceState(null, '', window.location.pathname)
  }
  return sessionStorage.getItem(TOKEN_KEY) ?? ''
}

/** Calls as requests and events as one stream, both under the token. */
export function httpTransport(token: string): Bridge {
  const headers = { [TOKEN_HEADER]: token }

  async function invoke<M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    try {
      const response = await fetch(`/api/${method}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
      // The host is ours and its contract tests hold it to this type; parsing again would cost every drag step.
      const answer: Result<Output<M>> = await response.json()
      return answer
    } catch {
      return unreachable()
    }
  }
  return { invoke, subscribe: eventStream(headers) }
}
