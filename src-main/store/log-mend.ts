import {
  checksumOfFrame,
  FRAME_HEADER_BYTES,
  frameHeaderIn,
  LOG_HEADER_BYTES,
  logHeaderIn,
  SUMMED_OF_FRAME,
  type LogHeader,
  type Words,
} from './log-format.ts'

/*
 * What a log was before one bit of it changed, as far as its checksums tell: a bit that they would fit may be the one.
 */

/** What a header may have been: none where more than a bit is wrong, and several where these bits weigh the same. */
export function mendedHeaders(bytes: Buffer): readonly LogHeader[] {
  return Array.from({ length: LOG_HEADER_BYTES * 8 }, (_, bit) => {
    const copy = Buffer.from(bytes)
    const at = Math.floor(bit / 8)
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << (bit % 8)), at)
    return logHeaderIn(copy)
  }).filter((header) => header !== null)
}

/**
 * A damaged frame whose header is as it was written, by the checksum that it has and that of all before it: with its
 * bit set right where they tell which one it is, and as it is where it may be one of several in the page. Null where
 * more than a bit is wrong, or it may be one of the header, so that the page may be another.
 */
export function mendedFrame(frame: Buffer, order: LogHeader['order'], before: Words): Buffer | null {
  const sum = checksumOfFrame(frame, order, before)
  const { checksum } = frameHeaderIn(frame)
  const bits = bitsThatFit(frame, order, [(checksum[0] - sum[0]) | 0, (checksum[1] - sum[1]) | 0])
  const mayBeOfChecksum = isOneBit(sum[0] ^ checksum[0], sum[1] ^ checksum[1])
  const [bit, another] = bits
  if (!bit) return mayBeOfChecksum ? frame : null
  if (another || mayBeOfChecksum) return bits.some(({ at }) => at < SUMMED_OF_FRAME) ? null : frame
  const mended = Buffer.from(frame)
  const word = wordAt(frame, order, bit.at) ^ bit.bit
  if (order === 'BE') mended.writeInt32BE(word, bit.at)
  else mended.writeInt32LE(word, bit.at)
  return mended
}

interface Bit {
  /** Where the word begins that has it. */
  readonly at: number
  /** The word with this bit alone. */
  readonly bit: number
}

/**
 * In the sum each word weighs what the two behind it weigh together, and all is counted in 32 bits: of the high bits of
 * a word several weigh the same.
 */
function bitsThatFit(frame: Buffer, order: LogHeader['order'], off: Words): readonly Bit[] {
  const bits: Bit[] = []
  let weights: Words = [0, 1]
  for (let at = frame.length - 4; at >= 0; at = summedBefore(at)) {
    const word = wordAt(frame, order, at)
    for (const bit of EVERY_BIT) {
      const change = (word & bit) === 0 ? bit : -bit
      if (Math.imul(change, weights[0]) === off[0] && Math.imul(change, weights[1]) === off[1])
        bits.push({ at, bit })
    }
    weights = [weights[1], (weights[0] + weights[1]) | 0]
  }
  return bits
}

const isOneBit = (one: number, other: number): boolean =>
  one === 0 ? isPowerOfTwo(other) : other === 0 && isPowerOfTwo(one)

const isPowerOfTwo = (bits: number): boolean => bits !== 0 && (bits & (bits - 1)) === 0

const EVERY_BIT: readonly number[] = Array.from({ length: 32 }, (_, place) => 1 << place)

const wordAt = (bytes: Buffer, order: LogHeader['order'], at: number): number =>
  order === 'BE' ? bytes.readInt32BE(at) : bytes.readInt32LE(at)

/** What lies between the beginning of a frame's header and its page is in no sum. */
const summedBefore = (at: number): number => (at === FRAME_HEADER_BYTES ? SUMMED_OF_FRAME : at) - 4
