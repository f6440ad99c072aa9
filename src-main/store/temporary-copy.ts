import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { succeed, type Result } from '#shared/problem.ts'
import { LOCK, lockFolder } from './lock.ts'

/*
 * Folders among the system's temporary ones, for a copy of a store that may only be read. Each is locked by the process
 * that made it, and a lock dies with its process: what a killed one left behind is told apart from what is in use.
 */

const PREFIX = 'tierwise-copy-'

export interface TemporaryFolder {
  readonly path: string
  /** Removes it and all that is in it. */
  readonly remove: () => void
}

/** Makes an empty folder for its owner's eyes only. Refused by the disk. */
export function makeTemporaryFolder(): Result<TemporaryFolder> {
  const path = mkdtempSync(join(tmpdir(), PREFIX))
  const locked = lockFolder(path)
  if (!locked.ok) {
    removeFolder(path)
    return locked
  }
  const unlock = locked.value
  return succeed({
    path,
    remove: () => {
      unlock()
      removeFolder(path)
    },
  })
}

/** Removes what processes of this person left behind that were killed. What cannot be removed is left for another time. */
export function removeLeftFolders(): void {
  for (const path of foldersLeft()) {
    // Whoever has just made one has it locked in a moment.
    if (!existsSync(join(path, LOCK))) continue
    const locked = lockFolder(path)
    if (!locked.ok) continue
    locked.value()
    removeFolder(path)
  }
}

function foldersLeft(): readonly string[] {
  try {
    const names = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))
    return names.map((name) => join(tmpdir(), name)).filter(isOwnFolder)
  } catch {
    return []
  }
}

/** Others may make folders of any name there, or links that lead elsewhere. */
function isOwnFolder(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  const uid = process.geteuid?.()
  return stats?.isDirectory() === true && (uid === undefined || stats.uid === uid)
}

function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // In use by another program, as a search or a scan; the next start tries again.
  }
}
