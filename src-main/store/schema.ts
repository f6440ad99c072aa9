import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { isOfContent } from './disk-problem.ts'
import { migrations } from './migrations/index.ts'

const Item = z.object({ type: z.string(), name: z.string(), table: z.string(), sql: z.string().nullable() })
type Item = z.infer<typeof Item>

/**
 * Whether a database has the tables and indices of a version as the migrations make them, whatever their white space.
 * Beside them may be what another program put there and what keeps Tierwise from nothing: statistics, an index to find
 * rows by, a view, a table of its own. Not what has a say in what is written to our tables: a trigger, or an index
 * that forbids. Throws what SQLite says of a file that is none.
 */
export function hasSchema(db: DatabaseSync, version: number): boolean {
  const ours = schemaAt(version)
  const texts = new Set(ours.map(textOf))
  const there = itemsIn(db)
  const others = there.filter((item) => !texts.has(textOf(item)))
  if (there.length - others.length !== ours.length) return false
  const tables = new Set(ours.map(({ table }) => table))
  const onOurs = others.filter(({ type, table }) => type !== 'table' && tables.has(table))
  return onOurs.every(isForReading) && onOurs.every(({ table }) => canAddTo(db, table))
}

const itemsIn = (db: DatabaseSync): readonly Item[] =>
  z.array(Item).parse(db.prepare('SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema').all())

const textOf = ({ type, name, table, sql }: Item): string =>
  JSON.stringify([type, name, table, sql?.replaceAll(/\s+/g, ' ')])

const isForReading = ({ type, sql }: Item): boolean =>
  type === 'index' && !/^\s*CREATE\s+UNIQUE\b/i.test(sql ?? '')

/** An index may name a function or an order of text that only its program has: then no row can be added. */
function canAddTo(db: DatabaseSync, table: string): boolean {
  try {
    db.prepare(`INSERT INTO ${table} DEFAULT VALUES`)
    return true
  } catch (error) {
    if (isOfContent(error)) return false
    throw error
  }
}

/** Of a store that the migrations made just now. */
function schemaAt(version: number): readonly Item[] {
  const db = new DatabaseSync(':memory:')
  try {
    for (const { run } of migrations.slice(0, version)) Array.from(run(db))
    return itemsIn(db)
  } finally {
    db.close()
  }
}
