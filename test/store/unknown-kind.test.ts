import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { checksumOf } from '#main/store/checksum.ts'
import type { Store } from '#main/store/index.ts'
import { companyWith, namesIn, problemOf, storeIn, temporaryFolder, valueOf } from './support.ts'

/** A store with a company, and another document that something was done to on the disk. */
function folderWithAltered(change: string) {
  const folder = temporaryFolder()
  const store = storeIn(folder)
  valueOf(store.library.create({ name: 'Acme', document: companyWith('x') }))
  const { id } = valueOf(store.library.create({ name: 'Bolt', document: companyWith('y') }))
  store.close()
  const db = new DatabaseSync(join(folder, 'tierwise.db'))
  db.exec('PRAGMA foreign_keys = OFF')
  db.prepare(`UPDATE documents SET ${change} WHERE id = ?`).run(id)
  db.close()
  return { folder, id }
}

const withUnknown = (store: Store, deleted = false) => namesIn(store, { withUnknown: true, deleted })

describe('a document of a kind that this Tierwise does not know', () => {
  const folderWithForecast = () => folderWithAltered(`kind = 'forecast'`)

  it('is listed as such beside the others, and not among those of a kind', () => {
    const { folder, id } = folderWithForecast()
    const store = storeIn(folder)
    expect(withUnknown(store).toSorted()).toEqual(['Acme', 'Bolt'])
    expect(namesIn(store)).toEqual(['Acme'])
    expect(valueOf(store.library.find(id))).toMatchObject({ name: 'Bolt', kind: 'forecast' })
  })

  it('can be put in the bin and taken out of it, which can be undone', () => {
    const { folder, id } = folderWithForecast()
    const store = storeIn(folder)
    valueOf(store.library.delete(id))
    expect(withUnknown(store, true)).toEqual(['Bolt'])
    valueOf(store.history.undo('library'))
    expect(withUnknown(store).toSorted()).toEqual(['Acme', 'Bolt'])
    valueOf(store.history.redo('library'))
    expect(valueOf(store.library.restore(id))).toMatchObject({ kind: 'forecast', deletedAt: null })
  })

  it('cannot be opened or changed, and it is said why', () => {
    const { folder, id } = folderWithForecast()
    const { library, check } = storeIn(folder)
    for (const answer of [
      library.get(id),
      library.revision(id, 1),
      library.rename(id, 'Cog'),
      library.duplicate(id),
    ]) {
      expect(problemOf(answer)).toMatchObject({ code: 'document.kind', path: 'id' })
      expect(problemOf(answer).message).toContain('a kind that this Tierwise does not know (“forecast”)')
    }
    expect(valueOf(check()).findings).toMatchObject([{ code: 'document.kind', path: id }])
  })

  it('is taken out of a damaged file as it is', () => {
    const folder = temporaryFolder()
    const store = storeIn(folder)
    const { id } = valueOf(store.library.create({ name: 'Bolt', document: companyWith('y') }))
    store.close()
    const file = join(folder, 'tierwise.db')
    const db = new DatabaseSync(file)
    const content = '{"of":"later"}'
    const sum = checksumOf({ name: 'Bolt', content })
    db.prepare(`UPDATE documents SET kind = 'forecast' WHERE id = ?`).run(id)
    db.prepare('UPDATE revisions SET content = ?, checksum = ? WHERE document = ?').run(content, sum, id)
    db.close()
    writeFileSync(file, readFileSync(file).fill(0, 0, 16))
    const salvaged = storeIn(folder)
    expect(valueOf(salvaged.info()).trouble).toMatchObject({ kind: 'corrupt' })
    expect(valueOf(salvaged.library.find(id))).toMatchObject({ kind: 'forecast', name: 'Bolt' })
  })
})

describe('a document whose row is damaged', () => {
  it.each([
    ['the day it was made', `created_at = 'once'`, false],
    ['the day it was changed', `updated_at = 'lately'`, false],
    ['the day it was deleted', `deleted_at = 'now'`, true],
    ['the number of its revision', `revision = -1`, false],
  ])('is listed and opened nevertheless, and told of by the check: %s', (_what, change, deleted) => {
    const { folder, id } = folderWithAltered(change)
    const store = storeIn(folder)
    expect(namesIn(store, { deleted })).toContain('Bolt')
    expect(valueOf(store.library.get(id)).content).toEqual(companyWith('y').content)
    expect(valueOf(store.check()).findings).toMatchObject([{ code: 'document.damaged', path: id }])
  })
})
