import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Api } from '#main/api/router.ts'
import { type Audience, createAudience } from '../audience.ts'
import { bundleFiles } from '../bundle.ts'
import { Calls } from './calls.ts'
import { createDoor, type Doorkeeper, type Invitation, LOOPBACK, originAt } from './door.ts'
import { watchIdle } from './idle.ts'
import { respond } from './respond.ts'
import { boundSockets } from './sockets.ts'
import { EventStreams } from './streams.ts'

/*
 * Not imported: an import of `node:http` reads all it exports, a client for the web among it, and so takes six times as
 * long.
 */
const { createServer } = process.getBuiltinModule('node:http')

export interface WebHost {
  readonly origin: string
  /** That of `running.json`, by which a second start and this host know each other; for this user's eyes only. */
  readonly secret: string
  /** New addresses where a browser opens the application, each good once. */
  readonly invite: () => Invitation
  /**
   * Tells the pages that it stops, lets calls under way finish for a moment, and resolves when all is closed. Whoever asks
   * meanwhile is told so.
   */
  readonly close: () => Promise<void>
}

export interface WebHostOptions extends Partial<Doorkeeper> {
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
  /** How long a client may take to send a request whole, and to read any of what is sent to it, in milliseconds. */
  readonly patienceMs?: number
  /** How long calls under way may take to finish once the host closes, in milliseconds. */
  readonly graceMs?: number
}

const CLOSE_GRACE_MS = 2000
const PATIENCE_MS = 30_000
/** Cookies of everything else that runs on this machine's address come along. */
const HEADER_LIMIT = 16 * 1024
/** A browser opens six for all its windows. */
const MOST_SOCKETS = 64
const MOST_STRANGERS = 24
const NEVER: NonNullable<WebHostOptions['idle']> = { afterMs: 2 ** 31 - 1, onIdle: () => undefined }

/** Serves the built renderer to this machine only, and the API to those whom a ticket let in. */
export async function serveOnLoopback({
  api,
  audience = createAudience(),
  root,
  port = 0,
  idle = NEVER,
  onPageReads = () => undefined,
  onEntered = () => undefined,
  onTwice = () => undefined,
  onAgain = () => Promise.resolve({ address: invite().address, page: null }),
  patienceMs = PATIENCE_MS,
  graceMs = CLOSE_GRACE_MS,
}: WebHostOptions): Promise<WebHost> {
  const streams = new EventStreams(audience)
  const calls = new Calls()
  const door = createDoor({ onEntered, onTwice, onAgain }, () => calls.isStopping)
  const files = bundleFiles(root)
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
    if (request.socket.destroyed) return
    response.once('close', watch.begin())
    hangUpWhenDone(server, request, response)
    const context = { api, calls, streams, files, door, port: portOf(server), onScript, onKnown: know }
    respond(request, response, context).catch(() => response.destroy())
  })
  const { know } = boundSockets(server, { most: MOST_SOCKETS, mostStrangers: MOST_STRANGERS, patienceMs })
  await listen(server, port).catch((error: unknown) => {
    watch.stop()
    throw error
  })

  const origin = originAt(portOf(server))
  function invite(): Invitation {
    return door.invite(origin)
  }
  const close = async () => {
    watch.stop()
    streams.end()
    await calls.stop(graceMs)
    await closed(server)
  }
  return { origin, secret: door.secret, invite, close }
}

/**
 * A connection kept open for the next request would keep a server that is closing from ending; and what is still to come
 * of a request that was answered before it was read is nothing to wait for.
 */
function hangUpWhenDone(server: Server, request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (!request.complete) request.socket.destroySoon()
    else if (!server.listening) request.socket.end()
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
