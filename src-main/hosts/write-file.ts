import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a whole file or nothing: into a new one beside it, onto the disk, then in its place. Rejects with the
 * system's error, and leaves neither a half nor a temporary file behind. `mode` is the new file's permissions.
 */
export async function writeWhole(file: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  // Not the name and more: the name may be as long as the file system takes.
  const beside = join(dirname(file), `.${randomUUID()}.tmp`)
  try {
    const handle = await open(beside, 'wx', mode)
    try {
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
  }
}

/** Puts the new name onto the disk, too, as far as the file system can. */
async function flushFolder(folder: string): Promise<void> {
  // Windows writes folders through by itself and cannot open them.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
