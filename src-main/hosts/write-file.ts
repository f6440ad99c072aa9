import { randomUUID } from 'node:crypto'
import { lstat, open, readdir, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isMissing } from './system-error.ts'

/** What this process is writing. */
const underWay = new Set<string>()

/** Told apart from all other files. */
const UNFINISHED = /^\.tierwise-\d{1,10}-[\da-f-]{36}\.tmp$/

/** Whoever still writes has changed the file since. */
const LEFT_AFTER_MS = 60 * 60_000

/**
 * Writes a whole file or nothing: into a new one beside it, onto the disk, then in its place. Rejects with the
 * system's error, and leaves neither a half nor a temporary file behind. `mode` is the permissions of a file of the
 * application's own, which takes the place of whatever is there. Left out, a person named the file: it keeps the
 * permissions that it has, a new one has what the person gives to any, and of a link the file that it leads to is written.
 */
export async function writeWhole(named: string, content: string | Uint8Array, mode?: number): Promise<void> {
  const file = mode === undefined ? await behindLinks(named) : named
  // What was left unfinished is looked for where files were named, and not where links lead.
  if (file !== named) await removeUnfinished(dirname(file))
  const replaced = mode ?? (await permissionsOf(file))
  // Not the name and more: the name may be as long as the file system takes.
  const beside = join(dirname(file), `.tierwise-${String(process.pid)}-${randomUUID()}.tmp`)
  underWay.add(beside)
  try {
    const handle = await open(beside, 'wx', replaced ?? 0o666)
    try {
      // What the person's shell takes from new files it does not take from one that was there.
      if (replaced !== undefined) await handle.chmod(replaced)
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
    await flushFolder(dirname(file))
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  } finally {
    underWay.delete(beside)
  }
}

/**
 * Removes from a folder what processes left there that were killed while they wrote; a folder that is gone has nothing.
 * What was changed within the last hour is let be: several machines may share the folder, and no machine knows which
 * processes of another run.
 */
export async function removeUnfinished(folder: string, now: () => number = Date.now): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const path of names.filter((name) => UNFINISHED.test(name)).map((name) => join(folder, name))) {
    const stats = await lstat(path).catch(() => undefined)
    if (stats === undefined || stats.mtimeMs > now() - LEFT_AFTER_MS || underWay.has(path)) continue
    await rm(path, { force: true }).catch(() => undefined)
  }
}

/** The file that a link leads to in the end, be it there or not; any other file itself. Rejects where it leads nowhere. */
async function behindLinks(file: string): Promise<string> {
  const stats = await lstat(file).catch(() => undefined)
  if (stats?.isSymbolicLink() !== true) return file
  const target = await realpath(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  return target ?? behindLinks(resolve(await realpath(dirname(file)), await readlink(file)))
}

const permissionsOf = async (file: string): Promise<number | undefined> => {
  const stats = await stat(file).catch(() => undefined)
  return stats?.isFile() ? stats.mode & 0o777 : undefined
}

/** Puts the new name onto the disk, too, as far as the file system can. */
async function flushFolder(folder: string): Promise<void> {
  // Windows writes folders through by itself and cannot open them.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
