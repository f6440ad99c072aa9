import type { ServerResponse } from 'node:http'
import type { Unsubscribe } from '#shared/events.ts'
import type { Audience } from '../audience.ts'
import { SECURITY_HEADERS } from '../bundle.ts'

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

  begin(response: ServerResponse): void {
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
    this.#open.set(response, leave)
    response.once('close', () => {
      this.#open.delete(response)
      leave()
    })
  }

  /** Ends them all properly, so that no page takes it for a broken connection. */
  end(): void {
    for (const [response, leave] of this.#open) {
      // What is told while the streams come to their end would be written behind it.
      leave()
      response.end()
    }
  }
}
