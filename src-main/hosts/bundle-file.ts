import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { reasonOf } from './system-error.ts'

/** The text of a scenario's file, whatever is in it; one too large to be a scenario is refused before it is read. */
export async function readBundleText(file: string): Promise<Result<string>> {
  const handle = await openFile(file).catch((error: unknown) => ({ failure: error }))
  if ('failure' in handle) return unreadable(file, handle.failure)
  try {
    const status = await handle.stat()
    if (!status.isFile()) return unreadable(file, NO_FILE)
    if (status.size > MOST_BUNDLE_BYTES) {
      return unreadable(file, `it is larger than ${String(MOST_BUNDLE_BYTES / 1024 / 1024)} MB`)
    }
    return succeed(await handle.readFile('utf8'))
  } catch (error) {
    return unreadable(file, error)
  } finally {
    await handle.close()
  }
}

/**
 * Opening a pipe waits for whoever writes into it, and may be for ever: it is looked at before, and opened so that it
 * would not wait either if something else took its place meanwhile.
 */
async function openFile(file: string) {
  const status = await stat(file)
  if (!status.isFile()) throw new Error(NO_FILE)
  return open(file, constants.O_RDONLY | constants.O_NONBLOCK)
}

const NO_FILE = 'it is not a file'

const unreadable = (file: string, why: unknown) =>
  refuse({
    code: 'file.unreadable',
    message: `“${basename(file)}” could not be read: ${reasonOf(why)}.`,
    path: '',
  })
