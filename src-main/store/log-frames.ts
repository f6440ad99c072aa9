import { fstatSync } from 'node:fs'
import { readAt } from './file-bytes.ts'
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

/** Of a log whose header cannot be read; every store of ours has pages of this size. */
const USUAL_PAGE_BYTES = 4096

/** The frames of an open log. */
export interface Frames {
  /** Null where SQLite would not take it for a log. */
  readonly header: LogHeader | null
  /** The bytes in the place of the header. */
  readonly beginning: Buffer
  readonly pageBytes: number
  readonly count: number
  /** The whole of one, or its beginning. */
  readonly read: (index: number, length?: number) => Buffer
}

export function framesIn(handle: number): Frames {
  const bytes = fstatSync(handle).size
  const beginning = readAt(handle, 0, LOG_HEADER_BYTES)
  const header = logHeaderIn(beginning)
  const pageBytes = header?.pageBytes ?? USUAL_PAGE_BYTES
  const frameBytes = FRAME_HEADER_BYTES + pageBytes
  return {
    header,
    beginning,
    pageBytes,
    count: Math.max(0, Math.floor((bytes - LOG_HEADER_BYTES) / frameBytes)),
    read: (index, length = frameBytes) => readAt(handle, LOG_HEADER_BYTES + index * frameBytes, length),
  }
}

export const headerAt = (frames: Frames, index: number): FrameHeader =>
  frameHeaderIn(frames.read(index, FRAME_HEADER_BYTES))

/** The first that SQLite will not read. */
export function firstUnread(frames: Frames, { order, salts, checksum }: LogHeader): number {
  let before = checksum
  for (let index = 0; index < frames.count; index++) {
    const bytes = frames.read(index)
    const frame = frameHeaderIn(bytes)
    before = checksumOfFrame(bytes, order, before)
    if (frame.page === 0 || !isSame(frame.salts, salts) || !isSame(frame.checksum, before)) return index
  }
  return frames.count
}
