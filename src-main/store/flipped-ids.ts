/*
 * No two ids are ever alike but for one bit: where two are found that are, one of them is damaged. No checksum covers
 * them.
 */

/** What is found of revisions, by the id of their document and by number. */
type ByNumber<T> = Map<string, Map<number, T[]>>

/**
 * The documents, each once and under the id of its revisions; revisions that have the id of no document go to the one
 * they are of.
 */
export function withIdsMended<D extends { readonly id: string }, T>(
  documents: ReadonlyMap<string, D>,
  revisions: ByNumber<T>,
): ReadonlyMap<string, D> {
  const mended = new Map(documents)
  for (const [id, places] of revisions) {
    if (mended.has(id)) continue
    const alike = likenessesOf(id).find((other) => mended.has(other) || hasAsMany(revisions, other, id))
    if (alike === undefined) continue
    const document = mended.get(alike)
    const others = revisions.get(alike)
    if (document && !others) {
      mended.delete(alike)
      mended.set(id, { ...document, id })
      continue
    }
    revisions.delete(id)
    for (const [number, found] of places) others?.set(number, [...(others.get(number) ?? []), ...found])
  }
  for (const id of documents.keys())
    if (mended.has(id) && !revisions.has(id) && isLikeOneOf(id, mended, revisions)) mended.delete(id)
  return mended
}

/** Whether an id is that of one of these but for one bit. */
export const isLikeOneOf = (id: string, ...those: readonly Pick<ReadonlySet<string>, 'has'>[]): boolean =>
  likenessesOf(id).some((other) => those.some((ids) => ids.has(other)))

const hasAsMany = <T>(revisions: ByNumber<T>, one: string, other: string): boolean =>
  (revisions.get(one)?.size ?? 0) >= (revisions.get(other)?.size ?? 0)

/** Each text that is one bit from this one, of those that are ASCII as ids are. */
const likenessesOf = (id: string): readonly string[] =>
  Array.from(id, (character, place) =>
    Array.from({ length: 7 }, (_, bit) => {
      const other = String.fromCodePoint((character.codePointAt(0) ?? 0) ^ (1 << bit))
      return `${id.slice(0, place)}${other}${id.slice(place + 1)}`
    }),
  ).flat()
