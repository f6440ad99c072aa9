import { existsSync, renameSync, statSync } from 'node:fs'
import { COMPANIONS } from './durable-files.ts'
import { toFileInstant } from './file-instant.ts'

/** Renames a database, its log and its index, changing nothing in them; answers where it lies now. */
export function setAside(file: string, now: Date): string {
  const aside = freePath(file, toFileInstant(now.toISOString()))
  for (const companion of [...COMPANIONS, '']) {
    if (existsSync(`${file}${companion}`)) renameSync(`${file}${companion}`, `${aside}${companion}`)
  }
  return aside
}

/** Whether there is anything in a database's files: a log may hold documents although the database is gone. */
export const holdsAnything = (file: string): boolean =>
  ['', ...COMPANIONS].some((companion) => bytesOf(`${file}${companion}`) > 0)

export const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function freePath(file: string, instant: string): string {
  const path = file.replace(/\.db$/, `-set-aside-${instant}`)
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? `${path}.db` : `${path}-${number}.db`
    if (['', ...COMPANIONS].every((companion) => !existsSync(`${candidate}${companion}`))) return candidate
  }
}
