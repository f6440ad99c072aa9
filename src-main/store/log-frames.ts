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
  readonly count: number
  /** The whole of one, or its beginning. */
  readonly read: (index: number, length?: number) => Buffer
}

export function framesIn(handle: number): Frames {
  const bytes = fstatSync(handle).size
  const header = logHeaderIn(readAt(handle, 0, LOG_HEADER_BYTES))
  const frameBytes = FRAME_HEADER_BYTES + (header?.pageBytes ?? USUAL_PAGE_BYTES)
  return {
    header,
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

/** In which frame each page lies that SQLite reads from the log: of every whole change, the last that has it. */
export function framesOfPages(frames: Frames): ReadonlyMap<number, number> {
  const read = new Map<number, number>()
  const ofChange = new Map<number, number>()
  const end = frames.header ? firstUnread(frames, frames.header) : 0
  for (let index = 0; index < end; index++) {
    const { page, isCommit } = headerAt(frames, index)
    ofChange.set(page, index)
    if (!isCommit) continue
    for (const [number, frame] of ofChange) read.set(number, frame)
    ofChange.clear()
  }
  return read
}
