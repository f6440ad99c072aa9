import { basename } from 'node:path'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { readTextFile } from './read-text.ts'

/**
 * The text of a scenario's file, whatever is in it. Refused with `file.unreadable`: one too large to be a scenario
 * before it is read, and what is no file or no text.
 */
export async function readBundleText(file: string): Promise<Result<string>> {
  const read = await readTextFile(file, MOST_BUNDLE_BYTES)
  if ('text' in read) return succeed(read.text)
  const message = `“${basename(file)}” could not be read: ${read.why}.`
  return refuse({ code: 'file.unreadable', message, path: '' })
}
