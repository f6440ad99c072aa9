import {
  checksumOfFrame,
  frameHeaderIn,
  isOfLog,
  isSame,
  logHeaderAsItIs,
  type FrameHeader,
  type Words,
} from './log-format.ts'
import type { Frames } from './log-frames.ts'

/*
 * Which page lies in which frame of a log, past the place where SQLite stops to read it. Each frame has the checksum of
 * all before it, so that one is proved by what the one before it has, although that may be damaged itself.
 */

interface LogFrame extends Pick<FrameHeader, 'page' | 'isCommit'> {
  readonly index: number
  readonly isWhole: boolean
}

/**
 * In which frame each page lies: of every change up to the last that ends whole, the last frame that has it. One that is
 * damaged has a page that may still hold rows, but only where no other has it since, and never one that nothing else
 * knows of.
 */
export function framesOfPages(frames: Frames): ReadonlyMap<number, number> {
  const all = framesOf(frames)
  const last = all.findLastIndex(({ isWhole, isCommit }) => isWhole && isCommit)
  const pages = new Map<number, number>()
  const committed = all.slice(0, last + 1)
  for (const { page, index, isWhole } of committed) if (isWhole) pages.set(page, index)
  const most = [...pages.keys()].reduce((one, other) => Math.max(one, other), 0)
  for (const { page, index, isWhole } of committed)
    if (!isWhole && page <= most && index > (pages.get(page) ?? -1)) pages.set(page, index)
  return pages
}

/** Those of this log, in their order. */
function framesOf(frames: Frames): readonly LogFrame[] {
  const header = frames.header ?? logHeaderAsItIs(frames.beginning)
  const found: LogFrame[] = []
  let before: readonly Words[] = [header.checksum]
  for (let index = 0; index < frames.count; index++) {
    const bytes = frames.read(index)
    const frame = frameHeaderIn(bytes)
    const sums = before.map((sum) => checksumOfFrame(bytes, header.order, sum))
    const isProved = sums.some((sum) => isSame(sum, frame.checksum))
    // Where its own checksum is what is damaged, the next goes on from what it should be.
    before = isProved ? [frame.checksum] : [frame.checksum, ...sums.slice(0, 1)]
    if (frame.page === 0 || !isOfLog(frame, header)) continue
    found.push({ ...frame, index, isWhole: isProved })
  }
  return found
}
