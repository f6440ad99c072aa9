import type { DatabaseSync } from 'node:sqlite'

/** How much there is in a store before anything is migrated. */
export interface StoreSize {
  readonly documents: number
  readonly revisions: number
}

/** Takes a store from one version of its schema to the next, within a transaction that the next ones are part of. */
export interface Migration {
  /** How many pieces of work it is for a store of this size. */
  readonly pieces: (size: StoreSize) => number
  /** Says now and then how many more of them are done. Where it is not asked to go on, what it did is taken back. */
  readonly run: (db: DatabaseSync) => Iterable<number>
}
