import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Api } from '#main/api/router.ts'
import { TOKEN_HASH } from '#shared/bridge.ts'
import { refuse, type Result } from '#shared/problem.ts'
import { readBundleFile, SECURITY_HEADERS } from '../bundle.ts'
import { readJson } from './body.ts'
import { refuseCall, refuseHost } from './guard.ts'

export interface WebHost {
  /** Where a browser opens the application; holds the token. */
  readonly address: string
  readonly origin: string
  readonly token: string
  /** Takes no more requests, lets those under way finish, and resolves when all is closed. */
  readonly close: () => Promise<void>
}

export interface WebHostOptions {
  readonly api: Api
  /** Folder of the built renderer. */
  readonly root: string
  /** 0: any free port. */
  readonly port?: number
}

const LOOPBACK = '127.0.0.1'
const CLOSE_GRACE_MS = 2000

/** Serves the built renderer and the API to this machine only, under a token that is new at each start. */
export async function serveOnLoopback({ api, root, port = 0 }: WebHostOptions): Promise<WebHost> {
  const token = randomBytes(32).toString('base64url')
  const server = createServer((request, response) => {
    respond(request, response, { api, root, token, port: portOf(server) }).catch(() => response.destroy())
  })
  await listen(server, port)
  const origin = `http://${LOOPBACK}:${portOf(server)}`
  return { origin, token, address: `${origin}/${TOKEN_HASH}${token}`, close: () => close(server) }
}

interface Context {
  readonly api: Api
  readonly root: string
  readonly token: string
  readonly port: number
}

async function respond(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const foreign = refuseHost(request, context.port)
  if (foreign) return sendJson(response, foreign.status, refuse(foreign.problem))
  const [pathname = '/'] = (request.url ?? '/').split('?', 1)
  if (!pathname.startsWith('/api/')) return sendFile(request, response, context.root, pathname)

  const refused = refuseCall(request, context.token)
  if (refused) return sendJson(response, refused.status, refuse(refused.problem))
  const body = await readJson(request)
  if (!body.ok) return sendJson(response, body.problems[0]?.code === 'http.too_large' ? 413 : 400, body)
  return sendJson(response, 200, await context.api(pathname.slice('/api/'.length), body.value))
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  pathname: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Not allowed')
  const file = await readBundleFile(root, pathname)
  if (!file) return sendText(response, 404, 'Not found')
  response.writeHead(200, { ...file.headers, 'content-length': file.body.byteLength })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
  response.end(text)
}

function sendJson(response: ServerResponse, status: number, result: Result<unknown>): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(result))
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS).unref()
  })
}
