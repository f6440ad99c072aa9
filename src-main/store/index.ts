export { openStore, type StoreOptions } from './open-store.ts'
export type {
  History,
  Library,
  NewDocument,
  SettingsStore,
  SomeSettings,
  Store,
  WrittenDocument,
} from './store.ts'
