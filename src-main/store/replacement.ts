import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { succeed, type Result } from '#shared/problem.ts'
import { closeAsOneFile } from './database.ts'
import { COMPANIONS, commitFile, flushFolder, removeDatabase } from './durable-files.ts'
import { guarded } from './disk-problem.ts'
import { unmarkLog } from './log-mark.ts'
import { openPrepared, type Place } from './prepare.ts'
import { salvage } from './salvage.ts'
import { setAside } from './set-aside.ts'

/*
 * A new store that takes the place of one that cannot be used. It lies beside that one, whole and closed, before
 * anything else is touched: a disk without room for it leaves everything as it was, to be tried again. Where the
 * process ends after the old one was put away, the next start puts the new one in its place.
 */

/** Why a file cannot be used; `lostChanges` where its log is what is damaged. */
export type Unusable = 'corrupt' | 'newerVersion' | 'lostChanges'

const UNUSABLE: readonly Unusable[] = ['corrupt', 'newerVersion', 'lostChanges']

const replacementOf = (file: string, kind: Unusable): string => `${file}-in-place-of-${kind}`

/** Makes it, of a damaged file with the documents that can still be read. Refused by the disk. */
export function makeReplacement(place: Place, kind: Unusable): Result<null> {
  const { file, now } = place
  const unfinished = `${file}-unfinished`
  const made = guarded(() => {
    removeDatabase(unfinished)
    const db = openPrepared(unfinished, place)
    if (!db.ok) return db
    const salvaged = kind === 'newerVersion' ? succeed(null) : salvage(file, db.value, now().toISOString())
    closeAsOneFile(db.value)
    if (!salvaged.ok) return salvaged
    commitFile(unfinished, replacementOf(file, kind))
    return succeed(null)
  })
  // What the disk refused leaves it no room either.
  guarded(() => succeed(removeDatabase(unfinished)))
  return made
}

/** Gives it the name of the file that was put away. */
export function putInPlace(file: string, kind: Unusable): void {
  // What was marked lies elsewhere by now.
  unmarkLog(file)
  renameSync(replacementOf(file, kind), file)
  flushFolder(dirname(file))
}

/** Puts one in its place that an end of the process kept from it, and answers of what kind of file; null without. */
export function takeUpReplacement(file: string, now: Date): Unusable | null {
  const waiting = UNUSABLE.filter((kind) => existsSync(replacementOf(file, kind)))
  if (existsSync(file)) {
    // It was not put away yet, and is looked at once more.
    for (const kind of waiting) rmSync(replacementOf(file, kind), { force: true })
    return null
  }
  const [kind] = waiting
  if (kind === undefined) return null
  // Whatever is left beside the file is not of the one that comes.
  if (COMPANIONS.some((companion) => existsSync(`${file}${companion}`))) setAside(file, now)
  putInPlace(file, kind)
  return kind
}
