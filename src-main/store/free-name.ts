import { z } from 'zod'
import type { DocumentKind } from '#shared/library.ts'
import type { Sql } from './sql.ts'

/** Of a document's name: `DocumentName` in the contract. */
const LONGEST_NAME = 200

/** The name itself, or with the first number from 2 that no document of this kind in use has. */
export function freeName(sql: Sql, kind: DocumentKind, name: string): string {
  const rows = sql.all`SELECT name FROM documents WHERE kind = ${kind} AND deleted_at IS NULL`
  const taken = new Set(
    z
      .array(z.object({ name: z.string() }))
      .parse(rows)
      .map((row) => row.name),
  )
  let candidate = withEnding(name, '')
  for (let number = 2; taken.has(candidate); number++) candidate = withEnding(name, ` ${number}`)
  return candidate
}

const withEnding = (name: string, ending: string): string =>
  `${name.slice(0, LONGEST_NAME - ending.length)}${ending}`
