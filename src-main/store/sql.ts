import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'

type Row = Readonly<Record<string, SQLOutputValue>>
type Tag<T> = (text: TemplateStringsArray, ...values: readonly SQLInputValue[]) => T

/** Statements with their values bound, never pasted into the text: sql.get`SELECT … WHERE id = ${id}`. */
export interface Sql {
  readonly get: Tag<Row | undefined>
  readonly all: Tag<readonly Row[]>
  readonly run: Tag<void>
}

/**
 * Prepares each statement once. Not Node's own `createTagStore`: its statements outlive `close`, and with them the
 * lock on the file.
 */
export function createSql(db: DatabaseSync): Sql {
  const statements = new Map<TemplateStringsArray, StatementSync>()
  const prepared = (text: TemplateStringsArray): StatementSync => {
    const known = statements.get(text)
    if (known) return known
    const statement = db.prepare(text.join('?'))
    statement.setReadBigInts(true)
    statements.set(text, statement)
    return statement
  }
  return {
    get: (text, ...values) => {
      const row = prepared(text).get(...values)
      return row && plain(row)
    },
    all: (text, ...values) =>
      prepared(text)
        .all(...values)
        .map(plain),
    run: (text, ...values) => void prepared(text).run(...values),
  }
}

/**
 * With whole numbers as numbers, but for those beyond what these hold exactly: no store writes such, and where damage
 * made one, Node would throw the rows beside it away as well.
 */
const plain = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plainValue(value)]))

function plainValue(value: SQLOutputValue): SQLOutputValue {
  if (typeof value !== 'bigint') return value
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}
