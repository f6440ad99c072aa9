import { basename } from 'node:path'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { readFileBytes } from './read-text.ts'

/**
 * The bytes of a scenario's file, whatever is in it. Refused with `file.unreadable`: one too large to be a scenario
 * before it is read, and what is no file.
 */
export async function readBundleFile(file: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const read = await readFileBytes(file, MOST_BUNDLE_BYTES)
  if ('bytes' in read) return succeed(read.bytes)
  const message = `“${basename(file)}” could not be read: ${read.why}.`
  return refuse({ code: 'file.unreadable', message, path: '' })
}
