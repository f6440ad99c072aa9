import type { Library } from '#main/store/index.ts'
import type { DocumentSummary } from '#shared/library.ts'

type State = Pick<DocumentSummary, 'id' | 'revision' | 'updatedAt'>

interface Stamped {
  readonly state: string
  readonly stamp: string
}

/** Documents whose stamps are remembered; of others an edit may be taken for one of their usage events. */
const MOST_DOCUMENTS = 1000

/**
 * By what the usage events of documents are known: alike only where they are, so that whoever has those of a stamp need not
 * read them again. An edit of something else leaves a document's stamp as it is.
 */
export class EventStamps {
  readonly #last = new Map<string, Stamped>()

  /** Of the usage events that a document has in a state of it. */
  of(document: State): string {
    const state = nameOf(document)
    const last = this.#last.get(document.id)
    return last?.state === state ? last.stamp : this.#keep(document.id, { state, stamp: state })
  }

  /** Notes that one state of a document has the usage events that another had before it. */
  carry(before: State, after: State): void {
    this.#keep(after.id, { state: nameOf(after), stamp: this.of(before) })
  }

  #keep(id: string, stamped: Stamped): string {
    this.#last.delete(id)
    this.#last.set(id, stamped)
    const [oldest] = this.#last.keys()
    if (this.#last.size > MOST_DOCUMENTS && oldest !== undefined) this.#last.delete(oldest)
    return stamped.stamp
  }
}

/** A store that was put back counts revisions anew, at other times. */
const nameOf = ({ id, revision, updatedAt }: State): string => `${id} ${String(revision)} ${updatedAt}`

const stamps = new WeakMap<Pick<Library, 'find'>, EventStamps>()

/** Those of the documents of a library. */
export function stampsIn(library: Pick<Library, 'find'>): EventStamps {
  const known = stamps.get(library) ?? new EventStamps()
  stamps.set(library, known)
  return known
}
