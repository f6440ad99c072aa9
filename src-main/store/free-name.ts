import { z } from 'zod'
import { cutText } from '#shared/cut-text.ts'
import type { DocumentKind } from '#shared/library.ts'
import type { Sql } from './sql.ts'

/*
 * Names that are given and not chosen. None is that of another document of its kind, in use or in the bin, which may come
 * back out of it. What a person calls a document is their own affair, and so is what undo goes back to.
 */

/** Of a document's name: `DocumentName` in the contract. */
const LONGEST_NAME = 200

/** The name itself, or with the first number from 2 that no document of this kind has. */
export const freeName = (sql: Sql, kind: DocumentKind, name: string): string =>
  firstFree(sql, kind, name, (number) => (number === 1 ? '' : ` ${number}`))

/** `May (copy)`, then `May (copy 2)`; a copy of a copy counts on. */
export const copyName = (sql: Sql, kind: DocumentKind, name: string): string =>
  firstFree(sql, kind, name.replace(COPY, ''), (number) => (number === 1 ? ' (copy)' : ` (copy ${number})`))

/** `May (branch)`, then `May (branch 2)`; a branch of a branch counts on. */
export const branchName = (sql: Sql, kind: DocumentKind, name: string): string =>
  firstFree(sql, kind, name.replace(BRANCH, ''), (number) =>
    number === 1 ? ' (branch)' : ` (branch ${number})`,
  )

const BRANCH = /(?<=.) \(branch(?: \d+)?\)$/
const COPY = /(?<=.) \(copy(?: \d+)?\)$/

function firstFree(sql: Sql, kind: DocumentKind, name: string, ending: (number: number) => string): string {
  const rows = Names.parse(sql.all`SELECT name FROM documents WHERE kind = ${kind}`)
  const taken = new Set(rows.map((row) => asSeen(row.name)))
  // SQLite keeps no half of a character: what it would make of one is what must be free.
  const wellFormed = name.toWellFormed()
  for (let number = 1; ; number++) {
    const candidate = withEnding(wellFormed, ending(number))
    if (!taken.has(asSeen(candidate))) return candidate
  }
}

const Names = z.array(z.object({ name: z.string() }))

/** The same for every way to write the same letters. */
const asSeen = (name: string): string => name.normalize()

const withEnding = (name: string, ending: string): string =>
  `${cutText(name, LONGEST_NAME - ending.length)}${ending}`.trim()
