import { existsSync, readdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { COMPANIONS, commitFile, copyDurably, removeDatabase } from './durable-files.ts'
import { areSame, bytesOf } from './file-bytes.ts'
import { toFileInstant } from './file-instant.ts'

const ASIDE = '-set-aside-'

/** Renames a database, its log and its index, changing nothing in them; answers where it lies now. */
export function setAside(file: string, now: Date): string {
  const aside = freePath(file, toFileInstant(now.toISOString()))
  // The database first: interrupted here, a log without one is noticed, and a database without its log is not.
  for (const companion of ['', ...COMPANIONS]) {
    if (existsSync(`${file}${companion}`)) renameSync(`${file}${companion}`, `${aside}${companion}`)
  }
  return aside
}

/**
 * The same with copies, byte for byte, of files that SQLite is about to change; nothing stays of half a copy. Where the
 * very same was kept already, by a process that was ended before it could go on, that is the copy.
 */
export function copyAside(file: string, now: Date): string {
  const kept = allSetAside(file, now).find(
    (aside) => areSame(file, aside) && areSame(logOf(file), logOf(aside)),
  )
  if (kept !== undefined) return kept
  const aside = freePath(file, toFileInstant(now.toISOString()))
  const unfinished = `${file}-unfinished`
  try {
    removeDatabase(unfinished)
    copyDurably(file, unfinished)
    for (const companion of COMPANIONS) {
      if (existsSync(`${file}${companion}`)) copyDurably(`${file}${companion}`, `${aside}${companion}`)
    }
    // With its name it is told of, and then everything is there.
    commitFile(unfinished, aside)
    return aside
  } catch (error) {
    for (const path of [unfinished, aside]) removeDatabase(path)
    throw error
  }
}

/** The databases that were set aside, newest first, and after them those dated later than it is `now`. */
export function allSetAside(file: string, now: Date): readonly string[] {
  const start = `${basename(file, '.db')}${ASIDE}`
  const latest = `${start}${toFileInstant(now.toISOString())}~`
  const newestFirst = readdirSync(dirname(file), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith(start) && entry.name.endsWith('.db'))
    .map(({ name }) => name)
    .toSorted()
    .toReversed()
  const isAhead = (name: string) => name > latest
  return [...newestFirst.filter((name) => !isAhead(name)), ...newestFirst.filter(isAhead)].map((name) =>
    join(dirname(file), name),
  )
}

/** Whether there are changes in a database's log, which belong to no other database. */
export const hasLog = (file: string): boolean => bytesOf(logOf(file)) > 0

/** Whether SQLite reads a log with a file, and when it closes the file, writes the log into it. */
export const isReadWithLog = (file: string): boolean => bytesOf(file) > 0 && hasLog(file)

export const logOf = (file: string): string => `${file}-wal`

function freePath(file: string, instant: string): string {
  const path = file.replace(/\.db$/, `${ASIDE}${instant}`)
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? `${path}.db` : `${path}-${number}.db`
    if (['', ...COMPANIONS].every((companion) => !existsSync(`${candidate}${companion}`))) return candidate
  }
}
