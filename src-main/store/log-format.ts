/*
 * SQLite's write-ahead log: a header, then frames of a page each, every one with the checksum of all before it.
 * https://www.sqlite.org/fileformat2.html#walformat
 */

export const LOG_HEADER_BYTES = 32
export const FRAME_HEADER_BYTES = 24

const MAGIC = 0x377f0682
const SUMMED_OF_HEADER = 24
/** Of a frame's header; what follows it is in the sum too. */
export const SUMMED_OF_FRAME = 8

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
  const header = logHeaderAsItIs(bytes)
  const { order, pageBytes, checksum } = header
  const isPowerOfTwo = (pageBytes & (pageBytes - 1)) === 0
  const hasMagic = (bytes.readUInt32BE(0) & ~1) === MAGIC
  if (!hasMagic || !isPowerOfTwo || pageBytes < 512 || pageBytes > 65_536) return null
  return isSame(checksumOf(bytes.subarray(0, SUMMED_OF_HEADER), order), checksum) ? header : null
}

/** What it says, whatever is damaged of it. */
export const logHeaderAsItIs = (bytes: Buffer): LogHeader => ({
  order: (bytes.readUInt32BE(0) & 1) === 1 ? 'BE' : 'LE',
  pageBytes: bytes.readUInt32BE(8),
  salts: wordsAt(bytes, 16),
  checksum: wordsAt(bytes, SUMMED_OF_HEADER),
})

/** Whether a frame was written since the log was begun: by one salt or the other, since damage may have changed one. */
export const hasSaltOf = (
  { salts: [one, other] }: Pick<FrameHeader, 'salts'>,
  { salts }: Pick<LogHeader, 'salts'>,
): boolean => one === salts[0] || other === salts[1]

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
