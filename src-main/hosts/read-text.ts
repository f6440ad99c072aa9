import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { reasonOf } from './system-error.ts'

/** The text that was read, or why there is none, as the end of a sentence. */
export type TextRead = { readonly text: string } | { readonly why: string }

export const NO_FILE = 'it is not a file'

/**
 * The text of a file, which may be anybody's: read up to so many bytes, and refused where it holds more, is no file or
 * no UTF-8. A byte-order mark is no part of the text. Never waits for a pipe, a terminal or a device.
 */
export async function readTextFile(file: string, mostBytes: number): Promise<TextRead> {
  try {
    // Opening a pipe waits for whoever writes into it, and may be for ever: it is looked at before, and opened so that
    // it would not wait either if something else took its place meanwhile.
    const found = await stat(file)
    if (!found.isFile()) return { why: found.isDirectory() ? 'it is a folder' : NO_FILE }
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const opened = await handle.stat()
      if (!opened.isFile()) return { why: NO_FILE }
      if (opened.size > mostBytes) return tooLarge(mostBytes)
      return await readTextStream(handle.createReadStream(), mostBytes)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { why: reasonOf(error) }
  }
}

/** The same of what comes in a stream; what is too much is not waited for. */
export async function readTextStream(stream: Readable, mostBytes: number): Promise<TextRead> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk)
      size += bytes.length
      if (size > mostBytes) return tooLarge(mostBytes)
      chunks.push(bytes)
    }
  } catch (error) {
    return { why: reasonOf(error) }
  }
  return decoded(Buffer.concat(chunks))
}

function decoded(bytes: Buffer): TextRead {
  if (isUtf16(bytes)) return { why: 'it is text in UTF-16, and Tierwise reads UTF-8' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { why: 'it is not text in UTF-8' }
  }
}

/** By its byte-order mark, or by a first letter of ASCII, which in UTF-16 has a zero beside it. */
function isUtf16([first, second]: Buffer): boolean {
  if (first === undefined || second === undefined) return false
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isMarked || (first === 0) !== (second === 0)
}

const tooLarge = (mostBytes: number): TextRead => ({
  why: `it is larger than ${String(mostBytes / 1024 / 1024)} MB`,
})
