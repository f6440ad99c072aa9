import { DatabaseSync } from 'node:sqlite'

/** Every row of a closed store, table by table. */
export function rowsIn(file: string) {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    return ['documents', 'revisions', 'history', 'settings'].map((table) =>
      db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
    )
  } finally {
    db.close()
  }
}
