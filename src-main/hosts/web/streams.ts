import type { ServerResponse } from 'node:http'
import type { Farewell } from '#shared/bridge.ts'
import type { Unsubscribe } from '#shared/events.ts'
import { STOPPING } from '../stopping.ts'
import type { Audience } from '../audience.ts'
import { SECURITY_HEADERS } from '../bundle.ts'
import { ENDED } from './guard.ts'
import type { Session } from './sessions.ts'

/**
 * Browsers open six connections to a host for all their tabs together; streams that took them all would leave none for
 * calls. A page beyond these asks again later.
 */
export const MOST_STREAMS = 4
/** A page that is that far behind has stopped reading, in bytes. */
const MOST_BEHIND = 4 * 1024 * 1024

/** The open streams of events: one JSON value a line, as long as the page reads. */
export class EventStreams {
  readonly #audience: Audience
  /** With what makes each hear nothing more. */
  readonly #open = new Map<ServerResponse, Unsubscribe>()

  constructor(audience: Audience) {
    this.#audience = audience
  }

  get isFull(): boolean {
    return this.#open.size >= MOST_STREAMS
  }

  /** Lasts as long as the page reads, and the session under which it asked. */
  begin(response: ServerResponse, { ended }: Session): void {
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.flushHeaders()
    const leave = this.#audience.join((event) => {
      response.write(`${JSON.stringify(event)}\n`)
      if (response.writableLength > MOST_BEHIND) response.destroy()
    })
    const shutOut = () => this.#end(response, { kind: 'farewell', code: ENDED.problem.code })
    ended.addEventListener('abort', shutOut)
    this.#open.set(response, leave)
    response.once('close', () => {
      ended.removeEventListener('abort', shutOut)
      this.#open.delete(response)
      leave()
    })
  }

  /** Ends them all, each with a word of why, so that no page takes it for a broken connection. */
  end(): void {
    for (const response of this.#open.keys()) this.#end(response, { kind: 'farewell', code: STOPPING.code })
  }

  #end(response: ServerResponse, farewell: Farewell): void {
    // What is told while the stream comes to its end would be written behind it.
    this.#open.get(response)?.()
    response.end(`${JSON.stringify(farewell)}\n`)
  }
}
