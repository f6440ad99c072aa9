import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export interface SocketLimits {
  /** How many connections there may be. */
  readonly most: number
  /** How many of them may be of nobody known: such as have carried no call of a page that was let in. */
  readonly mostStrangers: number
  /** How long an answer may lie there unread, in milliseconds. */
  readonly patienceMs: number
}

export interface Sockets {
  /** Somebody is known by what they asked on it. */
  readonly know: (socket: Socket) => void
}

/**
 * Keeps connections few and moving, whoever is at their other ends. Where strangers are too many, the one that came first
 * is hung up on: somebody who holds on to connections keeps nobody out. What is sent must be read, and one thing is asked
 * at a time, as browsers do: else a few kilobytes that ask for a large file a thousand times would have it sent as often.
 */
export function boundSockets(server: Server, { most, mostStrangers, patienceMs }: SocketLimits): Sockets {
  /** In the order they came. */
  const strangers = new Set<Socket>()
  const newest = new WeakMap<Socket, ServerResponse>()
  const isAnswered = (socket: Socket) => newest.get(socket)?.writableFinished === true

  server.maxConnections = most
  server.on('connection', (socket: Socket) => {
    strangers.add(socket)
    socket.once('close', () => strangers.delete(socket))
    const [first] = strangers
    if (strangers.size > mostStrangers) first?.destroy()
  })
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    if (newest.has(socket) && !isAnswered(socket)) socket.destroy()
    newest.set(socket, response)
  })
  // Any byte that goes either way begins the time anew. A stream that has nothing to tell is as quiet as it should be.
  server.setTimeout(patienceMs, (socket) => {
    if (socket.writableLength > 0 || isAnswered(socket)) socket.destroy()
  })
  return { know: (socket) => void strangers.delete(socket) }
}
