import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import {
  checksumOfFrame,
  FRAME_HEADER_BYTES,
  frameHeaderIn,
  isSame,
  LOG_HEADER_BYTES,
  logHeaderIn,
  type FrameHeader,
  type LogHeader,
} from './log-format.ts'

/*
 * SQLite reads its log up to the first frame that is not as it was written, for there a write may have been torn, and
 * forgets what comes after. Where changes lie there that were whole once, it was damage, and without a word they would
 * be gone. Only damage to the very last frame looks like a torn write, and is taken for one.
 */

/** Of a log whose header cannot be read; every store of ours has pages of this size. */
const USUAL_PAGE_BYTES = 4096

/** Whether changes were in a log that SQLite will not read from it. To be asked before it has the file. */
export function isLogDamaged(log: string): boolean {
  const handle = openSync(log, 'r')
  try {
    const bytes = fstatSync(handle).size
    if (bytes < LOG_HEADER_BYTES) return false
    const header = logHeaderIn(readAt(handle, 0, LOG_HEADER_BYTES))
    const frameBytes = FRAME_HEADER_BYTES + (header?.pageBytes ?? USUAL_PAGE_BYTES)
    const frames: Frames = {
      count: Math.floor((bytes - LOG_HEADER_BYTES) / frameBytes),
      read: (index, length = frameBytes) => readAt(handle, LOG_HEADER_BYTES + index * frameBytes, length),
    }
    return header ? isDamagedAfter(frames, header) : holdsChange(frames)
  } finally {
    closeSync(handle)
  }
}

interface Frames {
  readonly count: number
  /** The whole of one, or its beginning. */
  readonly read: (index: number, length?: number) => Buffer
}

/** A header is on the disk before any frame, and is never written but at once: a torn one has nothing after it. */
function holdsChange(frames: Frames): boolean {
  for (let index = 0; index < frames.count; index++) {
    const { page, isCommit } = headerAt(frames, index)
    if (page !== 0 && isCommit) return true
  }
  return false
}

/**
 * Of what lies from the first unread frame on, only frames of this log count, not those of before it was begun again.
 * Where a change goes on after the unread frame to its commit, and another follows, it was on the disk before that
 * other began. Where it is the last, it may have been torn in the middle, which leaves a frame that was not written.
 */
function isDamagedAfter(frames: Frames, header: LogHeader): boolean {
  const unread = firstUnread(frames, header)
  let end: number | undefined
  let isCommitBeyond = false
  let isOneMissing = false
  let isMoreAfterEnd = false
  for (let index = unread; index < frames.count; index++) {
    const frame = headerAt(frames, index)
    const isOurs = isOfLog(frame, header)
    isMoreAfterEnd ||= isOurs && end !== undefined
    isOneMissing ||= !isOurs && end === undefined
    isCommitBeyond ||= isOurs && frame.isCommit && index > unread
    if (isOurs && frame.isCommit) end ??= index
  }
  return isCommitBeyond && (isMoreAfterEnd || !isOneMissing)
}

/** The first that SQLite will not read. */
function firstUnread(frames: Frames, { order, salts, checksum }: LogHeader): number {
  let before = checksum
  for (let index = 0; index < frames.count; index++) {
    const bytes = frames.read(index)
    const frame = frameHeaderIn(bytes)
    before = checksumOfFrame(bytes, order, before)
    if (frame.page === 0 || !isSame(frame.salts, salts) || !isSame(frame.checksum, before)) return index
  }
  return frames.count
}

/** By one salt or the other: of both, damage to the frame may have changed one. */
const isOfLog = ({ salts: [one, other] }: FrameHeader, { salts }: LogHeader): boolean =>
  one === salts[0] || other === salts[1]

const headerAt = (frames: Frames, index: number): FrameHeader =>
  frameHeaderIn(frames.read(index, FRAME_HEADER_BYTES))

/** What is missing at the end of the file is zeros, as nothing is written there. */
function readAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  readSync(handle, bytes, 0, length, position)
  return bytes
}
