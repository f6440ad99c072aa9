import { canonicalJson } from '#shared/canonical-json.ts'
import type { UsageEvent } from '#shared/usage.ts'

/** Usage events as they were read, and as they are hashed. */
export interface ReadEvents {
  /** See `EventStamps`. */
  readonly stamp: string
  readonly events: UsageEvent[]
  readonly text: string
}

/** Characters of their JSON; some 150 stand for an event, which takes about as much again in memory. */
const MOST_CHARACTERS = 64 * 1024 * 1024

/** The usage events of the documents that are open, so that an edit of anything else reads none. */
export class EventsAtHand {
  /** By document, in the order in which they were last asked for. */
  readonly #read = new Map<string, ReadEvents>()
  readonly #most: number

  constructor(mostCharacters = MOST_CHARACTERS) {
    this.#most = mostCharacters
  }

  of(document: string): ReadEvents | undefined {
    const read = this.#read.get(document)
    if (read) this.#put(document, read)
    return read
  }

  /** Those of one document take the place of what it had before; what alone is more than may be kept is not. */
  keep(document: string, stamp: string, events: UsageEvent[]): ReadEvents {
    const read = { stamp, events, text: canonicalJson(events) }
    this.#put(document, read)
    let characters = [...this.#read.values()].reduce((sum, { text }) => sum + text.length, 0)
    for (const [oldest, { text }] of this.#read) {
      if (characters <= this.#most) break
      this.#read.delete(oldest)
      characters -= text.length
    }
    return read
  }

  #put(document: string, read: ReadEvents): void {
    this.#read.delete(document)
    this.#read.set(document, read)
  }
}
