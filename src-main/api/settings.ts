import type { AreaHandlers } from './handlers.ts'
import type { KeptServices } from './services.ts'

/** What a person set once for all documents. */
export const settings = ({ store, events }: KeptServices): AreaHandlers<'settings'> => ({
  'settings.get': () => store.settings.get(),
  'settings.change': (change) => {
    const changed = store.settings.change(change)
    if (changed.ok) events.emit({ kind: 'settings', settings: changed.value })
    return changed
  },
})
