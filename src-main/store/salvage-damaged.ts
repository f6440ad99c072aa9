import { addRevision, insertDocument } from './documents.ts'
import type { Found } from './found-rows.ts'
import type { FoundRevision } from './row-shapes.ts'
import { kindOf, UNKNOWN_KIND } from './salvaged-kind.ts'
import { checksumOf } from './checksum.ts'
import { insertVersion } from './salvaged-version.ts'
import type { Sql } from './sql.ts'

/** What the last revision is called of a document whose last state is lost. */
export const LOST = 'Lost in a damaged file'

const NO_CHECKSUM = ''

/**
 * Takes over a document whose last state is not there as it was written: damaged, as it would be in a store that opens,
 * so that nobody takes it for whole or never to have been, with those of its versions to go back to that are sound.
 * Their numbers close up, and the last stands for the state that is lost, since `at` that instant.
 */
export function salvageDamaged(sql: Sql, found: Found, id: string, at: string): void {
  const document = found.document(id)
  let last: Pick<FoundRevision, 'name' | 'content' | 'checksum'> | null = null
  let revision = 0
  let before = at
  for (const version of versionsOf(found, id)) {
    revision++
    before = insertVersion(sql, { id, kind: UNKNOWN_KIND, number: revision, before }, version)
    last = version
  }
  const name = document?.name ?? last?.name ?? nameInHistory(found, id)
  const lost = { name, content: '' }
  if (last === null) insertDocument(sql, id, UNKNOWN_KIND, lost, { label: LOST, at })
  else addRevision(sql, { id, revision }, lost, { label: LOST, at })
  sql.run`UPDATE revisions SET checksum = ${NO_CHECKSUM} WHERE document = ${id} AND revision = ${revision + 1}`
  const listed = document?.kind ?? null
  const kind = (last && kindOf(listed, last)) ?? listed ?? UNKNOWN_KIND
  sql.run`UPDATE documents SET kind = ${kind} WHERE id = ${id}`
}

/** By their numbers, and where several have one, each state of them once. */
function* versionsOf(found: Found, id: string): Iterable<FoundRevision> {
  for (const number of found.numbersOf(id).toSorted((one, other) => one - other)) {
    const states = new Set<string>()
    for (const copy of found.copiesOf(id, number)) {
      const state = `${copy.at} ${checksumOf(copy)}`
      if (!states.has(state)) yield copy
      states.add(state)
    }
  }
}

const UNNAMED = 'A document whose name is lost'

/** What was done first to a document is to make it, and says under which name. */
function nameInHistory(found: Found, id: string): string {
  const made = found.historyOf('library').find(({ document }) => document === id)
  return /“(.+)”/.exec(made?.label ?? '')?.[1] ?? UNNAMED
}
