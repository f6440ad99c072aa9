import type { Source, Sourced } from '#shared/catalog.ts'

/**
 * Ties figures to the sources of one catalogue: `citing(sources)('article')` gives a function that marks a
 * value as coming from `article`. A source the catalogue does not list does not compile.
 */
export const citing =
  <Key extends string>(_sources: Readonly<Record<Key, Source>>) =>
  (source: Key) =>
  <T>(value: T, note?: string): Sourced<T> =>
    note === undefined ? { value, source } : { value, source, note }
