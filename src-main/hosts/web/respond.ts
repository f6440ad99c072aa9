import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Api } from '#main/api/router.ts'
import { Json } from '#main/runs/json.ts'
import { ENTRY_PATH, EVENT_PATH } from '#shared/bridge.ts'
import { hasFile, type WithFile, WITH_FILE } from '#shared/call-with-file.ts'
import { refuse, type Result } from '#shared/problem.ts'
import { type BundleFiles, SECURITY_HEADERS } from '../bundle.ts'
import type { Admission } from './admission.ts'
import { enter } from './admit.ts'
import { again, prove } from './again.ts'
import { bodyLimit, DRAINED, readInput, refusedBody } from './body.ts'
import { type Calls, HOST_STOPPING } from './calls.ts'
import { type Door, originAt } from './door.ts'
import { callerOf, listenerOf, type Refusal, refuseHost } from './guard.ts'
import { AGAIN_PATH, PROVE_PATH } from './handover.ts'
import type { EventStreams } from './streams.ts'

const API_PATH = '/api/'

export interface Context {
  readonly api: Api
  readonly calls: Calls
  readonly streams: EventStreams
  readonly files: BundleFiles
  readonly door: Door
  readonly port: number
  /** Told when a script of the page was sent. */
  readonly onScript: () => void
  /** Told of a connection that a page of ours asks on. */
  readonly onKnown: (socket: Socket) => void
}

type Admit = (request: IncomingMessage, door: Door, origin: string) => Promise<Admission>

/** Those who ask to come in, by where. */
const ADMISSIONS: ReadonlyMap<string, Admit> = new Map([
  [ENTRY_PATH, enter],
  [PROVE_PATH, prove],
  [AGAIN_PATH, again],
])

/** Answers one request: a call of the API, the stream of events, who asks to come in, or a file of the renderer. */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const foreign = refuseHost(request, context.port)
  if (foreign) return turnAway(response, foreign)
  const [path = '/'] = (request.url ?? '/').split('?', 1)
  const admission = ADMISSIONS.get(path)
  const isAsked = admission !== undefined || path === EVENT_PATH || path.startsWith(API_PATH)
  if (context.calls.isStopping) {
    return isAsked
      ? turnAway(response, HOST_STOPPING)
      : sendText(response, 503, HOST_STOPPING.problem.message)
  }
  if (admission) {
    const admitted = await admission(request, context.door, originAt(context.port))
    // Whoever came in just then would find nobody there.
    return context.calls.isStopping ? turnAway(response, HOST_STOPPING) : admit(response, admitted)
  }
  if (path === EVENT_PATH) return stream(request, response, context)
  if (isAsked) return answer(request, response, path.slice(API_PATH.length), context)
  if (path.startsWith('/assets/') && path.endsWith('.js')) response.once('close', context.onScript)
  return sendFile(request, response, context.files, path)
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  { api, calls, door, onKnown }: Context,
): Promise<void> {
  const caller = callerOf(request, door.sessions)
  if (caller.kind === 'refused') return turnAway(response, caller.refusal)
  onKnown(request.socket)
  const outcome = await calls.answer(caller.session, response, async (signal) => {
    const body = await readInput(request, { limit: bodyLimit(method), drained: DRAINED })
    if (!body.ok) return { kind: 'cut', refusal: refusedBody(body) }
    return { kind: 'answered', result: await api(method, body.value, signal) }
  })
  if (outcome.kind === 'gone') return undefined
  if (outcome.kind === 'cut') return turnAway(response, outcome.refusal)
  const { result } = outcome
  if (result.ok && result.value instanceof Json) return sendBytes(response, result.value)
  if (result.ok && hasFile(result.value)) return sendWithFile(response, result.value)
  return sendJson(response, 200, result)
}

function admit(response: ServerResponse, { status, result }: Admission): void {
  if (!result.ok) return turnAwayWith(response, status, result)
  return sendJson(response, status, result)
}

function stream(request: IncomingMessage, response: ServerResponse, context: Context): void {
  const { streams, door, onKnown } = context
  const caller = listenerOf(request, door.sessions)
  if (caller.kind === 'refused') return turnAway(response, caller.refusal)
  onKnown(request.socket)
  return streams.isFull ? turnAway(response, TOO_MANY) : streams.begin(response, caller.session)
}

const TOO_MANY: Refusal = {
  status: 503,
  problem: { code: 'http.too_many_streams', message: 'Too many pages listen already.', path: '' },
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  files: BundleFiles,
  path: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Not allowed')
  const file = await files(path)
  if (!file) return sendText(response, 404, 'Not found')
  response.writeHead(200, { ...file.headers, 'content-length': file.body.byteLength })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

/** The connection ends with it: what else was sent on it is not read. */
const CLOSING = { connection: 'close' }

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...CLOSING,
    'content-type': 'text/plain; charset=utf-8',
  })
  response.end(text)
}

const JSON_HEADERS = {
  ...SECURITY_HEADERS,
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
}

const turnAway = (response: ServerResponse, { status, problem }: Refusal): void =>
  turnAwayWith(response, status, refuse(problem))

function turnAwayWith(response: ServerResponse, status: number, result: Result<unknown>): void {
  response.writeHead(status, { ...JSON_HEADERS, ...CLOSING })
  response.end(JSON.stringify(result))
}

/** A result whose value is JSON already, without a look into it. */
function sendBytes(response: ServerResponse, { bytes }: Json): void {
  response.writeHead(200, JSON_HEADERS)
  response.write('{"ok":true,"value":')
  response.write(bytes)
  response.end('}')
}

/** A result with a file, which goes as its bytes behind the rest of the value. */
function sendWithFile(response: ServerResponse, { file, ...rest }: WithFile): void {
  response.writeHead(200, { ...JSON_HEADERS, 'content-type': WITH_FILE })
  response.write(`${JSON.stringify(rest)}\n`)
  response.end(file)
}

function sendJson(response: ServerResponse, status: number, result: Result<unknown>): void {
  response.writeHead(status, JSON_HEADERS)
  response.end(JSON.stringify(result))
}
