import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { elevenLabs202604 } from '#main/catalogs/elevenlabs-2026-04/index.ts'
import { openStore, type Store } from '#main/store/index.ts'
import type { DocumentKind, StoredDocument } from '#shared/library.ts'
import { mutated } from '../fakes/mutations.ts'
import { seededNumbers } from '../fakes/seeded-numbers.ts'
import { companyWith, namesIn, scenarioUsing, storeIn, temporaryFolder, valueOf } from './support.ts'

const MUTATIONS = 1000
const KINDS: readonly DocumentKind[] = ['scenario', 'catalog', 'company']

it(`opens or sets aside ${MUTATIONS} damaged stores, and loses no document silently`, () => {
  const random = seededNumbers(4)
  const { folder: sound, documents } = soundStore()
  const place = join(temporaryFolder(), 'damaged')
  const seen = { opened: 0, setAside: 0, recovered: 0 }
  for (let number = 0; number < MUTATIONS; number++) {
    const folder = `${place}-${number}`
    const damaged = copyDamaged(sound, folder, random)
    const opened = openStore({ folder })
    const store = valueOf(opened)
    const { trouble } = valueOf(store.info())
    if (trouble) {
      seen.setAside++
      seen.recovered += countOfRight(store, documents, number)
      expectAllInBackup(store, trouble.offered?.name ?? '', documents)
      expectKept(trouble.setAside, damaged)
    } else {
      seen.opened++
      expectNothingLostSilently(store, documents, number)
    }
    store.close()
    rmSync(folder, { recursive: true })
  }
  expect(seen.opened).toBeGreaterThan(20)
  expect(seen.setAside).toBeGreaterThan(200)
  expect(seen.recovered).toBeGreaterThan(1000)
}, 180_000)

/** A closed store with documents short and long, and a backup of them. */
function soundStore(): { readonly folder: string; readonly documents: readonly StoredDocument[] } {
  const folder = temporaryFolder()
  const store = storeIn(folder)
  const { library } = store
  const { id } = valueOf(library.create({ name: 'May', document: scenarioUsing('400000') }))
  valueOf(library.edit({ id, base: 1, label: 'Change usage', document: scenarioUsing('500000') }))
  valueOf(library.nameVersion(id, 1, 'As quoted'))
  const catalog = valueOf(
    library.create({ name: 'Catalogue', document: { kind: 'catalog', content: elevenLabs202604 } }),
  )
  const companies = ['Acme', 'Bolt', 'Cog'].map((name) =>
    valueOf(library.create({ name, document: companyWith(`Notes on ${name}`) })),
  )
  const documents = [valueOf(library.get(id)), catalog, ...companies]
  valueOf(store.backup())
  store.close()
  return { folder, documents }
}

function copyDamaged(sound: string, folder: string, random: () => number): Buffer {
  mkdirSync(folder)
  cpSync(join(sound, 'backups'), join(folder, 'backups'), { recursive: true })
  const damaged = mutated(readFileSync(join(sound, 'tierwise.db')), random)
  writeFileSync(join(folder, 'tierwise.db'), damaged)
  return damaged
}

/** What was recovered is what it was, with its own history, or its newest state alone. */
function countOfRight(store: Store, documents: readonly StoredDocument[], number: number): number {
  const recovered = documents.filter(({ id }) => store.library.get(id).ok)
  for (const { id, name, content, revision } of recovered) {
    const found = valueOf(store.library.get(id))
    expect({ name: found.name, content: found.content }, `mutation ${number}`).toEqual({ name, content })
    expect([1, revision]).toContain(found.revision)
  }
  const damaged = documents.filter((document) => !recovered.includes(document)).map(({ id }) => id)
  for (const { code, path } of valueOf(store.check()).findings) {
    expect(code, `mutation ${number}`).toBe('document.damaged')
    expect(damaged).toContain(path)
  }
  return recovered.length
}

function expectAllInBackup(store: Store, name: string, documents: readonly StoredDocument[]): void {
  valueOf(store.restore(name))
  for (const document of documents) expect(valueOf(store.library.get(document.id))).toEqual(document)
}

/** A file that was cut to nothing has nothing to keep. */
const expectKept = (setAside: string | null, damaged: Buffer) =>
  expect(setAside === null ? Buffer.alloc(0) : readFileSync(setAside)).toEqual(damaged)

/** Each document is as it was, or the store says that something is wrong. */
function expectNothingLostSilently(store: Store, documents: readonly StoredDocument[], number: number): void {
  const answers = documents.map(({ id }) => store.library.get(id))
  const lists = KINDS.flatMap((kind) => namesIn(store, { kind }))
  const isWhole =
    answers.every(
      (answer, index) => answer.ok && JSON.stringify(answer.value) === JSON.stringify(documents[index]),
    ) && lists.length === documents.length
  const check = store.check()
  const isTold = !check.ok || check.value.findings.length > 0
  expect(isWhole || isTold, `mutation ${number}`).toBe(true)
  // Work goes on where it can, and is refused in words where it cannot.
  const made = store.library.create({ name: 'New', document: companyWith('new') })
  expect(made.ok || made.problems.length > 0).toBe(true)
  for (const { id } of documents) {
    store.library.rename(id, 'Renamed')
    store.history.undo(id)
  }
  expect(existsSync(valueOf(store.info()).file)).toBe(true)
}
