import type { DatabaseSync } from 'node:sqlite'

/** Takes a store from one version of its schema to the next, within a transaction of its own. */
export type Migration = (db: DatabaseSync) => void
