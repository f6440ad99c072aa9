export { openStore, type StoreOptions } from './open-store.ts'
export type { History, Library, NewDocument, Replacement, SettingsStore, Store } from './store.ts'
