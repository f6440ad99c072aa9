import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Store, StoreOptions } from '#main/store/index.ts'
import { rowsIn } from './rows.ts'
import { companyWith, namesIn, storeIn, temporaryFolder, valueOf } from './support.ts'

export const PAGE = 4096

/** A closed store, its bytes, and every row in it. */
export function soundStore(fill: (store: Store) => void, options: Pick<StoreOptions, 'now'> = {}) {
  const folder = temporaryFolder()
  const store = storeIn(folder, options)
  fill(store)
  store.close()
  const file = join(folder, 'tierwise.db')
  return { folder, bytes: readFileSync(file), rows: rowsIn(file) }
}

/** Opens a store whose file has these bytes, and answers what is told of it, what is listed and what can be read. */
export function openedWith(bytes: Buffer) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'tierwise.db'), bytes)
  const store = storeIn(folder)
  const { trouble } = valueOf(store.info())
  const { findings } = valueOf(store.check())
  const names = namesIn(store, { withUnknown: true })
  const rowsOfList = store.library.list({
    kind: 'company',
    deleted: false,
    search: '',
    limit: 1000,
    offset: 0,
  })
  const read = valueOf(rowsOfList).flatMap(({ id, name }) => (store.library.get(id).ok ? [name] : []))
  store.close()
  const isKept = trouble?.setAside && readFileSync(trouble.setAside).equals(bytes)
  return { trouble, findings, names, read, isKept, rows: rowsIn(join(folder, 'tierwise.db')) }
}

export function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  const at = Math.floor(bit / 8)
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8))
  return copy
}

/** Forty companies of different lengths, each changed once. */
export function fortyCompanies(store: Store): void {
  for (let number = 1; number <= 40; number++) {
    const { id } = valueOf(store.library.create({ name: `Company ${number}`, document: companyWith('x') }))
    const notes = `word${number}word `.repeat(number * 7)
    valueOf(store.library.edit({ id, base: 1, label: 'Change', document: companyWith(notes) }))
  }
  valueOf(store.settings.change({ theme: 'dark' }))
}

/** A folder with a store of one document, and a backup of it. */
export function folderWithBackup(options: Pick<StoreOptions, 'now'>) {
  const folder = temporaryFolder()
  const store = storeIn(folder, options)
  valueOf(store.library.create({ name: 'Acme', document: companyWith('x') }))
  const backup = valueOf(store.backup())
  store.close()
  return { folder, file: join(folder, 'tierwise.db'), backup }
}

/** What happened to a closed store. */
export const alter = (file: string, statements: string) => {
  const db = new DatabaseSync(file)
  db.exec(statements)
  db.close()
}
