import { lstatSync, readdirSync, rmSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { succeed, type Result } from '#shared/problem.ts'
import { type Backup, BackupReason } from '#shared/store.ts'
import type { BackupBefore } from './backup-before.ts'
import { guarded } from './disk-problem.ts'
import { commitFile, removeDatabase } from './durable-files.ts'
import { fromFileInstant, toFileInstant } from './file-instant.ts'
import { inspectFile } from './inspect.ts'
import { makePrivateFile, makePrivateFolder } from './private-files.ts'

/**
 * Of each reason the newest so many stay. Counted apart, so that backups a person asked for are not pushed out by
 * the automatic ones, nor those made before an update by a week of restoring. Those dated ahead of the clock are
 * counted apart as well: either the clock was wrong when they were made, or it is wrong now, and whichever it is, the
 * one kind must not push out the other.
 */
const KEPT_OF_EACH_REASON = 5
/** A clock that is set right by the network steps back a little, and two of one instant are dated one after the other. */
const AHEAD_MS = 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

const UNFINISHED = 'unfinished-'
const NAME = /^tierwise-(?<at>[\dTZ-]+)-(?<reason>[a-z]+)\.db$/

/** Copies of a whole store, in a folder beside it. */
export interface Backups {
  readonly folder: string
  /** Newest first, and after all others those dated ahead of the clock: when they were made, nothing tells. */
  readonly list: () => readonly Backup[]
  readonly write: (db: DatabaseSync, reason: BackupReason) => Result<Backup>
  /** The same before something that may come to nothing, so that no other is let go of for it yet. */
  readonly writeBefore: (db: DatabaseSync, reason: BackupReason) => Result<BackupBefore>
  /** Whether the newest is more than a day old, or there is none. */
  readonly isDue: () => boolean
  /** The first of the list that passes a check; null where none does. */
  readonly newestSound: () => Backup | null
  readonly pathOf: (backup: Backup) => string
}

export function createBackups(folder: string, now: () => Date): Backups {
  const pathOf = ({ name }: Backup): string => join(folder, name)
  const list = (): readonly Backup[] => {
    const latest = new Date(now().getTime() + AHEAD_MS).toISOString()
    return namesIn(folder)
      .flatMap((name) => describe(folder, name, latest) ?? [])
      .toSorted((a, b) => Number(a.isAhead) - Number(b.isAhead) || (a.at < b.at ? 1 : -1))
  }

  const writeNew = (db: DatabaseSync, reason: BackupReason): Backup => {
    makePrivateFolder(folder)
    removeUnfinished(folder)
    const name = freeFileName(folder, now(), reason)
    writeCopy(db, folder, name)
    const { size } = statSync(join(folder, name))
    return { name, at: instantOf(name), bytes: size, reason, isAhead: false }
  }
  const remove = (backup: Backup): void => rmSync(pathOf(backup), { force: true })
  const settle = ({ name }: Backup, first: string | null): void => {
    for (const backup of outlived(list(), name, first)) remove(backup)
  }

  return {
    folder,
    list,
    pathOf,
    write: (db, reason) =>
      guarded(() => {
        const written = writeNew(db, reason)
        settle(written, firstCreation(db))
        return succeed(written)
      }),
    writeBefore: (db, reason) =>
      guarded(() => {
        const first = firstCreation(db)
        const written = writeNew(db, reason)
        return succeed({
          settle: () => void guarded(() => succeed(settle(written, first))),
          letGo: () => void guarded(() => succeed(remove(written))),
        })
      }),
    isDue: () => {
      const newest = list().find(({ isAhead }) => !isAhead)
      return !newest || now().getTime() - Date.parse(newest.at) > DAY_MS
    },
    newestSound: () => list().find((backup) => inspectFile(pathOf(backup)) === 'sound') ?? null,
  }
}

function writeCopy(db: DatabaseSync, folder: string, name: string): void {
  const unfinished = join(folder, `${UNFINISHED}${name}`)
  try {
    makePrivateFile(unfinished)
    db.prepare('VACUUM INTO ?').run(unfinished)
    commitFile(unfinished, join(folder, name))
  } finally {
    removeDatabase(unfinished)
  }
}

/**
 * Those to let go of, of backups newest first, now that one was written. Never the newest from before everything in
 * the store was made: it is of a store that was lost or set aside, and may be all that there is of it.
 */
function outlived(
  backups: readonly Backup[],
  written: string,
  firstCreation: string | null,
): readonly Backup[] {
  const lastOfAnother = backups.find(({ at }) => firstCreation !== null && at < firstCreation)
  return [...Map.groupBy(backups, ({ reason, isAhead }) => `${reason} ${isAhead}`).values()]
    .flatMap((ofKind) => ofKind.slice(KEPT_OF_EACH_REASON))
    .filter((backup) => backup.name !== written && backup !== lastOfAnother)
}

const firstCreation = (db: DatabaseSync): string | null =>
  z
    .object({ first: z.string().nullable() })
    .parse(db.prepare('SELECT min(created_at) AS first FROM documents').get()).first

/** What a process that was killed left there. */
function removeUnfinished(folder: string): void {
  for (const name of namesIn(folder)) {
    const path = join(folder, name)
    if (name.startsWith(UNFINISHED) && statsOfFile(path)) rmSync(path)
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // No folder yet, or one that cannot be read: either way there is nothing to offer.
    return []
  }
}

/** What a file in the folder is, or undefined where it is no backup. Dated after `latest`, it is ahead of the clock. */
function describe(folder: string, name: string, latest: string): Backup | undefined {
  const groups = NAME.exec(name)?.groups
  const at = fromFileInstant(groups?.at ?? '')
  const reason = BackupReason.safeParse(groups?.reason).data
  const size = statsOfFile(join(folder, name))?.size
  return at && reason && size !== undefined
    ? { name, at, bytes: size, reason, isAhead: at > latest }
    : undefined
}

/** Undefined of what is no file, and of what cannot be looked at: neither is a backup of ours. */
function statsOfFile(path: string): Stats | undefined {
  try {
    const stats = lstatSync(path)
    return stats.isFile() ? stats : undefined
  } catch {
    return undefined
  }
}

/** Named after its instant; two in one millisecond are a millisecond apart. */
function freeFileName(folder: string, now: Date, reason: BackupReason): string {
  const taken = new Set(namesIn(folder).map(instantOf))
  const instant = new Date(now)
  while (taken.has(instant.toISOString())) instant.setTime(instant.getTime() + 1)
  return `tierwise-${toFileInstant(instant.toISOString())}-${reason}.db`
}

const instantOf = (name: string): string => fromFileInstant(NAME.exec(name)?.groups?.at ?? '') ?? ''
