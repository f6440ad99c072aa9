import type { AreaHandlers } from './handlers.ts'
import type { Services } from './services.ts'

/** The store as a whole: where it is, its backups, whether it is sound. */
export const storeArea = ({ store, events }: Pick<Services, 'store' | 'events'>): AreaHandlers<'store'> => ({
  'store.info': () => store.info(),
  'store.backup': () => store.backup(),
  'store.restore': ({ name }) => {
    const restored = store.restore(name)
    if (restored.ok) events.emit({ kind: 'store' })
    return restored
  },
  'store.check': () => store.check(),
})
