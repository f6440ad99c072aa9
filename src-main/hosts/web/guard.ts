import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { TOKEN_HEADER } from '#shared/bridge.ts'
import type { Problem } from '#shared/problem.ts'

/** Why a request is turned away before it reaches the application. */
export interface Refusal {
  readonly status: number
  readonly problem: Problem
}

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

/** Whether a call of the API comes from our own page, which alone knows the token. */
export const refuseCall = (request: IncomingMessage, token: string): Refusal | undefined =>
  refuseStranger(request, 'POST') ?? refuseWithout(token, request) ?? refuseForm(request)

/** Whether our own page asks for the stream of events. */
export const refuseListener = (request: IncomingMessage, token: string): Refusal | undefined =>
  refuseStranger(request, 'GET') ?? refuseWithout(token, request)

/** Whether JSON is sent by a page served here, or by no page at all, whatever it knows. */
export const refuseSender = (request: IncomingMessage): Refusal | undefined =>
  refuseStranger(request, 'POST') ?? refuseForm(request)

function refuseStranger(request: IncomingMessage, method: string): Refusal | undefined {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site'] ?? 'same-origin'
  if ((origin !== undefined && origin !== `http://${host}`) || site !== 'same-origin') {
    return refusal(403, 'http.foreign_origin', 'Calls are only taken from the page served here.')
  }
  if (request.method === method) return undefined
  return refusal(405, 'http.method', `This is asked for with ${method}.`)
}

function refuseWithout(token: string, request: IncomingMessage): Refusal | undefined {
  const given = request.headers[TOKEN_HEADER]
  if (typeof given === 'string' && sameSecret(given, token)) return undefined
  const message =
    'Tierwise was started again since this page was opened. Put its new address here: the terminal shows it.'
  return refusal(401, 'http.token', message)
}

/** A form of another site can send anything but JSON without being asked first. */
function refuseForm(request: IncomingMessage): Refusal | undefined {
  const [type = ''] = request.headers['content-type']?.split(';', 1) ?? []
  if (type.trim().toLowerCase() === 'application/json') return undefined
  return refusal(415, 'http.content_type', 'The body must be application/json.')
}

const NAMES = ['127.0.0.1', 'localhost']

/** What a browser may call us; it leaves the port out when it is the one of the protocol. */
function ownHosts(port: number): readonly string[] {
  const withPort = NAMES.map((name) => `${name}:${port}`)
  return port === 80 ? [...withPort, ...NAMES] : withPort
}

/** Digests have one length, so the comparison tells nothing, not even the length of the secret. */
function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
