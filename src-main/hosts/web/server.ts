import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Api } from '#main/api/router.ts'
import { type Audience, createAudience } from '../audience.ts'
import { createDoor, type Invitation, LOOPBACK, originAt } from './door.ts'
import { watchIdle } from './idle.ts'
import { respond } from './respond.ts'
import { EventStreams } from './streams.ts'

/*
 * Not imported: an import of `node:http` reads all it exports, a client for the web among it, and so takes six times as
 * long.
 */
const { createServer } = process.getBuiltinModule('node:http')

export interface WebHost {
  /** Where a browser opens the application; holds the token. */
  readonly address: string
  readonly origin: string
  readonly token: string
  /** With it a second start of the program hands over what it was to do; for this user's eyes only. */
  readonly key: string
  /** The address, for the terminal and, good once, for a browser. */
  readonly invite: () => Invitation
  /** Takes no more requests, ends the streams, lets calls under way finish, and resolves when all is closed. */
  readonly close: () => Promise<void>
}

export interface WebHostOptions {
  readonly api: Api
  /** The pages that hear events; without one they hear none. */
  readonly audience?: Audience
  /** Folder of the built renderer. */
  readonly root: string
  /** 0 takes one that is free. */
  readonly port?: number
  /** Told once that nobody used the host for so long. */
  readonly idle?: { readonly afterMs: number; readonly onIdle: () => void }
  /** Told when the page has its first script: from then on it is busy reading. */
  readonly onPageReads?: () => void
  /** Told the files that a second start of the program was to open. */
  readonly onAgain?: (files: readonly string[]) => Promise<void>
  /** How long a client may take to send a request whole, in milliseconds. */
  readonly patienceMs?: number
}

const CLOSE_GRACE_MS = 2000
const PATIENCE_MS = 30_000
/** Cookies of everything else that runs on this machine's address come along. */
const HEADER_LIMIT = 16 * 1024
const NEVER: NonNullable<WebHostOptions['idle']> = { afterMs: 2 ** 31 - 1, onIdle: () => undefined }

/** Serves the built renderer and the API to this machine only, under a token that is new at each start. */
export async function serveOnLoopback({
  api,
  audience = createAudience(),
  root,
  port = 0,
  idle = NEVER,
  onPageReads = () => undefined,
  onAgain = () => Promise.resolve(),
  patienceMs = PATIENCE_MS,
}: WebHostOptions): Promise<WebHost> {
  const door = createDoor(onAgain)
  const streams = new EventStreams(audience)
  const watch = watchIdle(idle.afterMs, idle.onIdle)
  const limits = {
    maxHeaderSize: HEADER_LIMIT,
    requestTimeout: patienceMs,
    headersTimeout: patienceMs,
    connectionsCheckingInterval: Math.min(patienceMs, 1000),
  }
  let isFirst = true
  const onScript = () => {
    if (isFirst) onPageReads()
    isFirst = false
  }
  const server = createServer(limits, (request, response) => {
    response.once('close', watch.begin())
    hangUpWhenClosing(server, request, response)
    respond(request, response, { api, streams, root, door, port: portOf(server), onScript }).catch(() =>
      response.destroy(),
    )
  })
  await listen(server, port).catch((error: unknown) => {
    watch.stop()
    throw error
  })

  const origin = originAt(portOf(server))
  const invite = () => door.invite(origin)
  const { address } = invite()
  const close = () => {
    watch.stop()
    streams.end()
    return closed(server)
  }
  return { origin, token: door.token, key: door.key, address, invite, close }
}

/** A connection kept open for the next request would keep a server that is closing from ending. */
function hangUpWhenClosing(server: Server, { socket }: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (!server.listening) socket.end()
  })
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

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS).unref()
  })
}
