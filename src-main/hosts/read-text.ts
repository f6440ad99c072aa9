import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { textIn, type TextRead } from '#main/export/text-in.ts'
import { reasonOf } from './system-error.ts'

/** The bytes that were read, or why there are none, as the end of a sentence. */
export type FileRead = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly why: string }

export const NO_FILE = 'it is not a file'

/**
 * The bytes of a file, which may be anybody's: read up to so many, and refused where it holds more or is no file. Never
 * waits for a pipe, a terminal or a device.
 */
export async function readFileBytes(file: string, mostBytes: number): Promise<FileRead> {
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
      return await readStream(handle.createReadStream(), mostBytes)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { why: reasonOf(error) }
  }
}

/** The text of a file, read as its bytes are, and refused also where it is no UTF-8. */
export const readTextFile = async (file: string, mostBytes: number): Promise<TextRead> =>
  textOf(await readFileBytes(file, mostBytes))

/** The text that comes in a stream; what is too much is not waited for. */
export const readTextStream = async (stream: Readable, mostBytes: number): Promise<TextRead> =>
  textOf(await readStream(stream, mostBytes))

const textOf = (read: FileRead): TextRead => ('bytes' in read ? textIn(read.bytes) : read)

async function readStream(stream: Readable, mostBytes: number): Promise<FileRead> {
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
  return { bytes: Buffer.concat(chunks) }
}

const tooLarge = (mostBytes: number): FileRead => ({
  why: `it is larger than ${String(mostBytes / 1024 / 1024)} MB`,
})
