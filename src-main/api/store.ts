import type { AreaHandlers } from './handlers.ts'
import type { KeptServices } from './services.ts'

/** The store as a whole: where it is, its backups, whether it is sound. */
export const storeArea = ({ store, events }: KeptServices): AreaHandlers<'store'> => ({
  'store.info': () => store.info(),
  'store.backup': () => store.backup(),
  'store.restore': ({ name }) => {
    const restored = store.restore(name)
    if (!restored.ok) return restored
    events.emit({ kind: 'store' })
    const settings = store.settings.get()
    if (settings.ok) events.emit({ kind: 'settings', settings: settings.value })
    return restored
  },
  'store.check': () => store.check(),
})
