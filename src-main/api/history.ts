import type { HistoryScope, HistoryStep } from '#shared/library.ts'
import type { Result } from '#shared/problem.ts'
import type { AreaHandlers } from './handlers.ts'
import type { KeptServices } from './services.ts'

/** Undo and redo by name, within a document or the library. */
export function history({ store, events }: KeptServices): AreaHandlers<'history'> {
  const tell = (result: Result<HistoryStep>, scope: HistoryScope): Result<HistoryStep> => {
    if (result.ok) {
      events.emit({ kind: 'document', document: result.value.document })
      events.emit({ kind: 'history', scope })
    }
    return result
  }

  return {
    'history.state': ({ scope }) => store.history.state(scope),
    'history.undo': ({ scope }) => tell(store.history.undo(scope), scope),
    'history.redo': ({ scope }) => tell(store.history.redo(scope), scope),
  }
}
