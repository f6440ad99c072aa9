import type { SomeSettings } from '#main/store/index.ts'
import type { Result } from '#shared/problem.ts'
import type { Settings } from '#shared/store.ts'
import type { AreaHandlers } from './handlers.ts'
import type { KeptServices } from './services.ts'

/** What a person set once for all documents. */
export const settings = (services: KeptServices): AreaHandlers<'settings'> => ({
  'settings.get': () => services.store.settings.get(),
  'settings.change': (change) => changeSettings(services, change),
})

/** Changes settings, also those that are for the main process to say, and tells every window. */
export function changeSettings({ store, events }: KeptServices, change: SomeSettings): Result<Settings> {
  const changed = store.settings.change(change)
  if (changed.ok) events.emit({ kind: 'settings', settings: changed.value })
  return changed
}
