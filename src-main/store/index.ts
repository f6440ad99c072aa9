export type { History, Library, NewDocument, Replacement, SettingsStore, Store } from './store.ts'
