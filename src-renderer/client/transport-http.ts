import type { Input, Invoke, Method, Output } from '#shared/api.ts'
import { TOKEN_HASH, TOKEN_HEADER } from '#shared/bridge.ts'
import type { Result } from '#shared/problem.ts'
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

export function httpTransport(token: string): Invoke {
  return async function invoke<M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    try {
      const response = await fetch(`/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [TOKEN_HEADER]: token },
        body: JSON.stringify(input),
      })
      // The host is ours and its contract tests hold it to this type; parsing again would cost every drag step.
      const answer: Result<Output<M>> = await response.json()
      return answer
    } catch {
      return unreachable()
    }
  }
}
