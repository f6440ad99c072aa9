import type { DocumentSummary, HistoryScope, StoredDocument } from '#shared/library.ts'
import { succeed, type Result } from '#shared/problem.ts'
import type { WindowDocument } from '#shared/window-document.ts'
import type { AreaHandlers } from './handlers.ts'
import { stampsIn } from './event-stamps.ts'
import { forWindow, leavesEvents, withKeptEvents } from './kept-events.ts'
import type { KeptServices } from './services.ts'

/** Documents and their revisions; every change is told to all windows. */
export function library({ store, events }: KeptServices): AreaHandlers<'library'> {
  /** What was done to a whole document can be undone in the library, an edit in the document itself. */
  const tell = <T extends DocumentSummary>(result: Result<T>, scope: 'library' | 'document'): Result<T> => {
    if (result.ok) {
      const changed: HistoryScope = scope === 'library' ? 'library' : result.value.id
      events.emit({ kind: 'document', document: summaryOf(result.value) })
      events.emit({ kind: 'history', scope: changed })
    }
    return result
  }

  return {
    'library.list': (query) => store.library.list(query),
    'library.get': ({ id }) => shown(store.library.get(id)),
    'library.create': (input) => shown(tell(store.library.create(input), 'library')),
    'library.edit': (edit) => {
      const document = withKeptEvents(store.library, edit.id, edit.document)
      if (!document.ok) return document
      const before = store.library.find(edit.id)
      const edited = store.library.edit({ ...edit, document: document.value })
      if (leavesEvents(edit.document) && edited.ok && before.ok && before.value)
        stampsIn(store.library).carry(before.value, edited.value)
      return tell(edited, 'document')
    },
    'library.rename': ({ id, name }) => tell(store.library.rename(id, name), 'document'),
    'library.duplicate': ({ id, name }) => shown(tell(store.library.duplicate(id, name), 'library')),
    'library.branch': ({ id }) => shown(tell(store.library.branch(id), 'library')),
    'library.tags': () => {
      const tags = store.library.tags()
      return tags.ok ? succeed([...tags.value]) : tags
    },
    'library.delete': ({ id }) => tell(store.library.delete(id), 'library'),
    'library.restore': ({ id }) => tell(store.library.restore(id), 'library'),
    'library.revisions': ({ id }) => store.library.revisions(id),
    'library.revision': ({ id, revision }) => shown(store.library.revision(id, revision)),
    'library.revert': ({ id, revision }) => shown(tell(store.library.revert(id, revision), 'document')),
    'library.nameVersion': ({ id, revision, name }) => {
      const named = store.library.nameVersion(id, revision, name)
      const document = store.library.find(id)
      if (named.ok && document.ok && document.value)
        events.emit({ kind: 'document', document: document.value })
      return named
    },
  }
}

const shown = (document: Result<StoredDocument>): Result<WindowDocument> =>
  document.ok ? succeed(forWindow(document.value)) : document

/** Without the content, which windows ask for when they show it. */
export const summaryOf = ({
  id,
  kind,
  name,
  revision,
  createdAt,
  updatedAt,
  deletedAt,
}: DocumentSummary): DocumentSummary => ({ id, kind, name, revision, createdAt, updatedAt, deletedAt })
