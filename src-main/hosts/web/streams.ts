import type { ServerResponse } from 'node:http'
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
  readonly #open = new Set<ServerResponse>()

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
    this.#open.add(response)
    const leave = this.#audience.join((event) => {
      response.write(`${JSON.stringify(event)}\n`)
      if (response.writableLength > MOST_BEHIND) response.destroy()
    })
    response.once('close', () => {
      this.#open.delete(response)
      leave()
    })
  }

  /** Ends them all properly, so that no page takes it for a broken connection. */
  end(): void {
    for (const response of this.#open) response.end()
  }
}
