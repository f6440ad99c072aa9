import { z } from 'zod'
import type { DocumentKind } from '#shared/library.ts'
import type { Sql } from './sql.ts'

/** Of a document's name: `DocumentName` in the contract. */
const LONGEST_NAME = 200

/** The name itself, or with the first number from 2 that no document of this kind in use has. */
export const freeName = (sql: Sql, kind: DocumentKind, name: string): string =>
  firstFree(sql, kind, name, (number) => (number === 1 ? '' : ` ${number}`))

/** `May (copy)`, then `May (copy 2)`; a copy of a copy counts on. */
export const copyName = (sql: Sql, kind: DocumentKind, name: string): string =>
  firstFree(sql, kind, name.replace(COPY, ''), (number) => (number === 1 ? ' (copy)' : ` (copy ${number})`))

const COPY = /(?<=.) \(copy(?: \d+)?\)$/

function firstFree(sql: Sql, kind: DocumentKind, name: string, ending: (number: number) => string): string {
  const rows = sql.all`SELECT name FROM documents WHERE kind = ${kind} AND deleted_at IS NULL`
  const taken = new Set(
    z
      .array(z.object({ name: z.string() }))
      .parse(rows)
      .map((row) => row.name),
  )
  for (let number = 1; ; number++) {
    const candidate = withEnding(name, ending(number))
    if (!taken.has(candidate)) return candidate
  }
}

const withEnding = (name: string, ending: string): string =>
  `${name.slice(0, LONGEST_NAME - ending.length)}${ending}`
