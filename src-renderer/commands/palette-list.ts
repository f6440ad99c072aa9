import type { Entry } from './entry.ts'
import { type Mark, match, wordsOf } from './palette-match.ts'

/** An entry as it is listed: what of it was typed, and the heading over it where it is the first of several. */
export interface Listed {
  readonly entry: Entry
  readonly marks: readonly Mark[]
  readonly heading: string | null
}

export interface Listing {
  readonly rows: readonly Listed[]
  /** How many more there are that are not drawn. */
  readonly more: number
}

/** All commands that work on a screen, and more than a person reads; to draw them takes less than a frame. */
const MOST_ROWS = 100
/** Of those chosen before. */
const MOST_RECENT = 5

/** What the palette lists: what was typed, best first; before anything is, what was chosen last and then all in its groups. */
export function listing(entries: readonly Entry[], typed: string, chosen: readonly string[]): Listing {
  const words = wordsOf(typed)
  const rows = words.length === 0 ? inGroups(entries, chosen) : matching(entries, words, chosen)
  return { rows: rows.slice(0, MOST_ROWS), more: Math.max(0, rows.length - MOST_ROWS) }
}

function inGroups(entries: readonly Entry[], chosen: readonly string[]): readonly Listed[] {
  const recent = chosen
    .flatMap((id) => entries.find((entry) => entry.id === id && entry.unavailable === null) ?? [])
    .slice(0, MOST_RECENT)
  const others = entries.filter((entry) => entry.unavailable === null && !recent.includes(entry))
  const groups = new Set(others.map(({ group }) => group))
  const parts = [...groups].map((name) => ({ name, of: others.filter(({ group }) => group === name) }))
  return [{ name: 'Recent', of: recent }, ...parts].flatMap(({ name, of }) =>
    of.map((entry, place) => ({ entry, marks: [], heading: place === 0 ? name : null })),
  )
}

/** Of two that fit alike the one that works comes first, then the one chosen last. */
function matching(
  entries: readonly Entry[],
  words: readonly string[],
  chosen: readonly string[],
): readonly Listed[] {
  const recency = new Map(chosen.map((id, place) => [id, place]))
  const placeOf = ({ id }: Entry) => recency.get(id) ?? chosen.length
  const idle = ({ unavailable }: Entry) => (unavailable === null ? 0 : 1)
  return entries
    .flatMap((entry) => {
      const found = match(words, entry.label, `${entry.group} ${entry.detail} ${entry.words}`)
      return found === null ? [] : [{ entry, ...found }]
    })
    .toSorted(
      (one, other) =>
        other.score - one.score ||
        idle(one.entry) - idle(other.entry) ||
        placeOf(one.entry) - placeOf(other.entry),
    )
    .map(({ entry, marks }) => ({ entry, marks, heading: null }))
}
