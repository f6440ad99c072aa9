import type { IncomingMessage } from 'node:http'
import { TOKEN_HEADER } from '#shared/bridge.ts'
import { WITH_FILE } from '#shared/call-with-file.ts'
import type { Problem } from '#shared/problem.ts'
import { contentTypeOf } from './content-type.ts'
import type { Session, Sessions } from './sessions.ts'

/** Why a request is turned away before it reaches the application. */
export interface Refusal {
  readonly status: number
  readonly problem: Problem
}

/** Who asks: our own page, by its session, or somebody to turn away. */
export type Caller =
  | { readonly kind: 'page'; readonly session: Session }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

const refusal = (status: number, code: string, message: string): Refusal => ({
  status,
  problem: { code, message, path: '' },
})

/**
 * Whether the request was meant for us: a page of another site can make the browser call a loopback address,
 * under a name of its own that it points at 127.0.0.1 too, so the name is checked for every request.
 */
export function refuseHost(request: IncomingMessage, port: number): Refusal | undefined {
  if (ownHosts(port).includes(request.headers.host ?? '')) return undefined
  return refusal(403, 'http.foreign_host', 'This address is not served here.')
}

/** Whether a call of the API comes from our own page, which alone knows a token; nothing of its body is read for it. */
export function callerOf(request: IncomingMessage, sessions: Sessions): Caller {
  const foreign = refuseStranger(request, 'POST')
  if (foreign) return { kind: 'refused', refusal: foreign }
  const caller = knownPage(request, sessions)
  const form = refuseForm(request, JSON_BODY, WITH_FILE)
  return caller.kind === 'page' && form ? { kind: 'refused', refusal: form } : caller
}

/** Whether our own page asks for the stream of events. */
export function listenerOf(request: IncomingMessage, sessions: Sessions): Caller {
  const foreign = refuseStranger(request, 'GET')
  return foreign ? { kind: 'refused', refusal: foreign } : knownPage(request, sessions)
}

/** Whether JSON is sent by a page served here, or by no page at all, whatever it knows. */
export const refuseSender = (request: IncomingMessage): Refusal | undefined =>
  refuseStranger(request, 'POST') ?? refuseForm(request, JSON_BODY)

function refuseStranger(request: IncomingMessage, method: string): Refusal | undefined {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site'] ?? 'same-origin'
  if ((origin !== undefined && origin !== `http://${host}`) || site !== 'same-origin') {
    return refusal(403, 'http.foreign_origin', 'Calls are only taken from the page served here.')
  }
  if (request.method === method) return undefined
  return refusal(405, 'http.method', `This is asked for with ${method}.`)
}

function knownPage(request: IncomingMessage, sessions: Sessions): Caller {
  const given = request.headers[TOKEN_HEADER]
  const session = typeof given === 'string' ? sessions.find(given) : undefined
  if (!session) return { kind: 'refused', refusal: UNKNOWN }
  return session.ended.aborted ? { kind: 'refused', refusal: ENDED } : { kind: 'page', session }
}

const UNKNOWN = refusal(
  401,
  'http.token',
  'Tierwise was started again since this page was opened. Put its new address here: the terminal shows it.',
)

/** What a page is told whose session has ended. */
export const ENDED = refusal(
  401,
  'http.ended',
  'The address of this page was opened a second time, so this page was shut out: somebody else on this machine may have read it. Put the new address here: the terminal shows it.',
)

const JSON_BODY = 'application/json'

/** A form of another site can send three types of body without being asked first, and none of these. */
function refuseForm(request: IncomingMessage, ...types: readonly string[]): Refusal | undefined {
  if (types.includes(contentTypeOf(request))) return undefined
  return refusal(415, 'http.content_type', `The body must be ${types.join(' or ')}.`)
}

const NAMES = ['127.0.0.1', 'localhost']

/** What a browser may call us; it leaves the port out when it is the one of the protocol. */
function ownHosts(port: number): readonly string[] {
  const withPort = NAMES.map((name) => `${name}:${port}`)
  return port === 80 ? [...withPort, ...NAMES] : withPort
}
