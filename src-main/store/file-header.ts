import { closeSync, openSync, readSync } from 'node:fs'

/** What of the first page SQLite reads leniently: https://www.sqlite.org/fileformat2.html#the_database_header */
const LENGTH = 60
const WRITE_VERSION = 18
const READ_VERSION = 19
const TEXT_ENCODING = 56

/** With a journal, and with a log. */
const VERSIONS = new Set([1, 2])
/** Not decided yet, and UTF-8, which every store of ours has. */
const ENCODINGS = new Set([0, 1])

/**
 * Whether the first page names formats that there are. SQLite opens a file of a future format and refuses every change
 * to it as if the disk were read-only; of an encoding it looks at two bits, and then refuses every copy. To be asked
 * before SQLite has the file: closing it here would take SQLite's locks away.
 */
export function isOfKnownFormat(file: string): boolean {
  const header = Buffer.alloc(LENGTH)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, LENGTH, 0)
  } finally {
    closeSync(handle)
  }
  return (
    VERSIONS.has(header.readUInt8(WRITE_VERSION)) &&
    VERSIONS.has(header.readUInt8(READ_VERSION)) &&
    ENCODINGS.has(header.readUInt32BE(TEXT_ENCODING))
  )
}
