import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning } from './is-running.ts'

const PREFIX = 'fetching-'
const LOADER = 'pid'
/** Windows removes nothing that another program, as one that looks for viruses, has open just then. */
const RETRIES = 3

/** Where Electron's own installer keeps what it has so far of a hundred megabytes, and what tells it so. */
export interface DownloadFolder {
  readonly env: NodeJS.ProcessEnv
  /** Says which process loads into it, which may outlive this one. */
  readonly usedBy: (pid: number | undefined) => void
  /** One that cannot be removed is left to the next start. */
  readonly remove: () => void
}

const homeOf = (project: string) => join(project, 'node_modules/.cache/tierwise')

/**
 * Makes a folder for one download, in the place of the system's temporary one, where nobody would look for the rest of
 * a download that was interrupted. Where none can be made, the installer takes what the system says.
 */
export function makeDownloadFolder(project: string): DownloadFolder {
  const path = join(homeOf(project), `${PREFIX}${String(process.pid)}`)
  const remove = () => removeIfPossible(path, RETRIES)
  try {
    remove()
    mkdirSync(path, { recursive: true })
    return {
      env: { TMPDIR: path, TEMP: path, TMP: path },
      usedBy: (pid) => writeIfPossible(join(path, LOADER), String(pid ?? '')),
      remove,
    }
  } catch {
    return { env: {}, usedBy: () => undefined, remove: () => undefined }
  }
}

/** Removes what downloads left that were interrupted; one that goes on, with whoever began it or without, is let be. */
export function removeLeftDownloads(project: string): void {
  try {
    for (const name of readdirSync(homeOf(project))) {
      if (!name.startsWith(PREFIX)) continue
      const path = join(homeOf(project), name)
      const pids = [name.slice(PREFIX.length), loaderIn(path)].map(Number)
      if (!pids.some((pid) => pid > 0 && pid !== process.pid && isRunning(pid))) removeIfPossible(path)
    }
  } catch {
    // Nothing was ever kept there, or it may not be changed.
  }
}

function removeIfPossible(path: string, maxRetries = 0): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries })
  } catch {
    // What takes some space is no reason not to start.
  }
}

function writeIfPossible(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch {
    // Where the disk is full, the download itself will tell.
  }
}

function loaderIn(path: string): string {
  try {
    return readFileSync(join(path, LOADER), 'utf8')
  } catch {
    return ''
  }
}
