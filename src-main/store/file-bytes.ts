import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** How many a file has; none where there is no file. */
export const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** What is missing at the end of the file is zeros, as nothing is written there. */
export function readAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  readSync(handle, bytes, 0, length, position)
  return bytes
}

const AT_ONCE = 1 << 20

/** Whether two files have the same bytes, or none: one that is not there has none either. */
export function areSame(one: string, other: string): boolean {
  const bytes = bytesOf(one)
  if (bytes !== bytesOf(other)) return false
  if (bytes === 0) return true
  const handles: number[] = []
  try {
    for (const path of [one, other]) handles.push(openSync(path, 'r'))
    const [first = -1, second = -1] = handles
    for (let at = 0; at < bytes; at += AT_ONCE) {
      if (!readAt(first, at, AT_ONCE).equals(readAt(second, at, AT_ONCE))) return false
    }
    return true
  } finally {
    for (const handle of handles) closeSync(handle)
  }
}
