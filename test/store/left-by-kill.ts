import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Store } from '#main/store/index.ts'
import { clockAt, companyWith, namesIn, storeIn, temporaryFolder, valueOf } from './support.ts'

export const NOW = clockAt('2026-05-01T12:00:00Z')

export const add = (store: Store, name: string) =>
  valueOf(store.library.create({ name, document: companyWith(`Notes on ${name}`) }))

/** What is left of a process that was killed: a file, and a log with documents that are not in the file yet. */
export function killed({ inFile = ['Acme'], inLog = ['Bolt', 'Cog', 'Dynamo'] } = {}) {
  const [alive, folder] = [temporaryFolder(), temporaryFolder()]
  if (inFile.length > 0) {
    const before = storeIn(alive, NOW)
    for (const name of inFile) add(before, name)
    before.close()
  }
  const store = storeIn(alive, NOW)
  for (const name of inLog) add(store, name)
  for (const name of readdirSync(alive).filter((entry) => entry.startsWith('tierwise.db')))
    cpSync(join(alive, name), join(folder, name), { preserveTimestamps: true })
  const file = join(folder, 'tierwise.db')
  return { folder, file, bytes: readFileSync(file), log: readFileSync(`${file}-wal`) }
}

export function flipBit(file: string, at: number): Buffer {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
  return bytes
}

export const setAsideIn = (folder: string) => readdirSync(folder).filter((name) => name.includes('set-aside'))

export const expectAll = (store: Store, names: readonly string[]) =>
  expect(namesIn(store).toSorted()).toEqual(names)
