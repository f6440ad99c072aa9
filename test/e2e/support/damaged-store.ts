import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { checksumOf } from '#main/store/checksum.ts'
import { openStore } from '#main/store/index.ts'
import { scenarioUsing, valueOf } from '../../store/support.ts'

/** Leaves in a folder a scenario, and a backup with it. */
export function leaveStore(folder: string): void {
  const store = valueOf(openStore({ folder }))
  valueOf(store.library.create({ name: 'Agents in May', document: scenarioUsing('480000') }))
  valueOf(store.backup())
  store.close()
}

/** The same, and a document of a kind that there may be one day. */
export function leaveUnknownKind(folder: string): void {
  leaveStore(folder)
  const db = new DatabaseSync(join(folder, 'tierwise.db'))
  const forecast = { name: 'Outlook for June', content: '{}' }
  db.exec(`
    PRAGMA foreign_keys = OFF;
    INSERT INTO documents SELECT '0198c1f2-7c3e-7000-8000-00000000000f', 'forecast', '${forecast.name}', 1,
      created_at, updated_at, NULL, 'outlook for june' FROM documents;
    INSERT INTO revisions SELECT '0198c1f2-7c3e-7000-8000-00000000000f', 1, label, at, '${forecast.name}',
      '${forecast.content}', version, '${checksumOf(forecast)}' FROM revisions`)
  db.close()
}

/** A scenario of which the last of two states is damaged, and only it. */
export function leaveDamagedDocument(folder: string): void {
  const store = valueOf(openStore({ folder }))
  const { id } = valueOf(store.library.create({ name: 'Agents in May', document: scenarioUsing('480000') }))
  valueOf(store.library.edit({ id, base: 1, label: 'Change usage', document: scenarioUsing('510000') }))
  store.close()
  const db = new DatabaseSync(join(folder, 'tierwise.db'))
  db.exec(`UPDATE revisions SET content = replace(content, '510000', '590000') WHERE revision = 2`)
  db.close()
}

/** The same, and something else has written over the file since. */
export function leaveDamagedStore(folder: string): void {
  leaveStore(folder)
  writeFileSync(join(folder, 'tierwise.db'), 'Not a database any more. '.repeat(400))
}
