/*
 * SQLite's write-ahead log: a header, then frames of a page each, every one with the checksum of all before it.
 * https://www.sqlite.org/fileformat2.html#walformat
 */

export const LOG_HEADER_BYTES = 32
export const FRAME_HEADER_BYTES = 24

const MAGIC = 0x377f0682
const SUMMED_OF_HEADER = 24
const SUMMED_OF_FRAME = 8

/** Two words of 32 bits. */
export type Words = readonly [number, number]

export interface LogHeader {
  /** In which order the bytes of a word are summed up; they are written down big-endian either way. */
  readonly order: 'BE' | 'LE'
  readonly pageBytes: number
  /** Others each time the log is begun again, so that frames of before are told apart. */
  readonly salts: Words
  readonly checksum: Words
}

export interface FrameHeader {
  readonly page: number
  /** Whether it is the last of a change. */
  readonly isCommit: boolean
  readonly salts: Words
  readonly checksum: Words
}

/** Null of bytes that SQLite would not take for a log either. */
export function logHeaderIn(bytes: Buffer): LogHeader | null {
  const [magic, pageBytes] = [bytes.readUInt32BE(0), bytes.readUInt32BE(8)]
  const isPowerOfTwo = (pageBytes & (pageBytes - 1)) === 0
  if ((magic & ~1) !== MAGIC || !isPowerOfTwo || pageBytes < 512 || pageBytes > 65_536) return null
  const order = (magic & 1) === 1 ? 'BE' : 'LE'
  const checksum = wordsAt(bytes, SUMMED_OF_HEADER)
  if (!isSame(checksumOf(bytes.subarray(0, SUMMED_OF_HEADER), order), checksum)) return null
  return { order, pageBytes, salts: wordsAt(bytes, 16), checksum }
}

export const frameHeaderIn = (bytes: Buffer): FrameHeader => ({
  page: bytes.readUInt32BE(0),
  isCommit: bytes.readUInt32BE(4) !== 0,
  salts: wordsAt(bytes, 8),
  checksum: wordsAt(bytes, 16),
})

/** What a whole frame sums up to after all before it. */
export const checksumOfFrame = (bytes: Buffer, order: LogHeader['order'], before: Words): Words =>
  checksumOf(
    bytes.subarray(FRAME_HEADER_BYTES),
    order,
    checksumOf(bytes.subarray(0, SUMMED_OF_FRAME), order, before),
  )

export const isSame = (one: Words, other: Words): boolean => one[0] === other[0] && one[1] === other[1]

function checksumOf(bytes: Buffer, order: LogHeader['order'], before: Words = [0, 0]): Words {
  const isBigEndian = order === 'BE'
  let [first, second] = before
  for (let at = 0; at < bytes.length; at += 8) {
    const even = isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)
    const odd = isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)
    first = (first + even + second) >>> 0
    second = (second + odd + first) >>> 0
  }
  return [first, second]
}

const wordsAt = (bytes: Buffer, at: number): Words => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
