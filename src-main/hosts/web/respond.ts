import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Api } from '#main/api/router.ts'
import { Json } from '#main/runs/json.ts'
import { ENTRY_PATH, EVENT_PATH } from '#shared/bridge.ts'
import { refuse, type Result } from '#shared/problem.ts'
import { readBundleFile, SECURITY_HEADERS } from '../bundle.ts'
import { again, AGAIN_PATH, type Admission, enter } from './admit.ts'
import { bodyLimit, readJson } from './body.ts'
import { type Door, originAt } from './door.ts'
import { refuseCall, refuseHost, refuseListener } from './guard.ts'
import type { EventStreams } from './streams.ts'

const API_PATH = '/api/'

export interface Context {
  readonly api: Api
  readonly streams: EventStreams
  /** Folder of the built renderer. */
  readonly root: string
  readonly door: Door
  readonly port: number
  /** Told when a script of the page was sent. */
  readonly onScript: () => void
}

/** Answers one request: a call of the API, the stream of events, who asks to come in, or a file of the renderer. */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const foreign = refuseHost(request, context.port)
  if (foreign) return sendJson(response, foreign.status, refuse(foreign.problem))
  const [path = '/'] = (request.url ?? '/').split('?', 1)
  if (path === EVENT_PATH) return stream(request, response, context)
  if (path === ENTRY_PATH) return admit(response, await enter(request, context.door))
  if (path === AGAIN_PATH) return admit(response, await again(request, context.door, originAt(context.port)))
  if (path.startsWith(API_PATH)) return answer(request, response, path.slice(API_PATH.length), context)
  if (path.startsWith('/assets/') && path.endsWith('.js')) response.once('close', context.onScript)
  return sendFile(request, response, context.root, path)
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  { api, door }: Context,
): Promise<void> {
  const refused = refuseCall(request, door.token)
  if (refused) return sendJson(response, refused.status, refuse(refused.problem))
  const body = await readJson(request, bodyLimit(method))
  if (!body.ok) return sendJson(response, body.problems[0]?.code === 'http.too_large' ? 413 : 400, body)
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const result = await api(method, body.value, gone.signal)
  if (result.ok && result.value instanceof Json) return sendBytes(response, result.value)
  return sendJson(response, 200, result)
}

const admit = (response: ServerResponse, { status, result }: Admission): void =>
  sendJson(response, status, result)

function stream(request: IncomingMessage, response: ServerResponse, { streams, door }: Context): void {
  const refused = refuseListener(request, door.token)
  if (refused) return sendJson(response, refused.status, refuse(refused.problem))
  if (!streams.isFull) return streams.begin(response)
  const message = 'Too many pages listen already.'
  return sendJson(response, 503, refuse({ code: 'http.too_many_streams', message, path: '' }))
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  path: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Not allowed')
  const file = await readBundleFile(root, path)
  if (!file) return sendText(response, 404, 'Not found')
  response.writeHead(200, { ...file.headers, 'content-length': file.body.byteLength })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
  response.end(text)
}

const JSON_HEADERS = {
  ...SECURITY_HEADERS,
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
}

/** A result whose value is JSON already, without a look into it. */
function sendBytes(response: ServerResponse, { bytes }: Json): void {
  response.writeHead(200, JSON_HEADERS)
  response.write('{"ok":true,"value":')
  response.write(bytes)
  response.end('}')
}

function sendJson(response: ServerResponse, status: number, result: Result<unknown>): void {
  response.writeHead(status, JSON_HEADERS)
  response.end(JSON.stringify(result))
}
