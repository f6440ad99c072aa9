import {
  checksumOfFrame,
  FRAME_HEADER_BYTES,
  frameHeaderIn,
  hasSaltOf,
  isSame,
  logHeaderAsItIs,
  type FrameHeader,
  type LogHeader,
  type Words,
} from './log-format.ts'
import { headerAt, type Frames } from './log-frames.ts'
import { mendedFrame, mendedHeaders } from './log-mend.ts'

/*
 * Which page lies in which frame of a log, past the place where SQLite stops to read it. Each frame has the checksum of
 * all before it, so that one is proved by what the one before it has, although that may be damaged itself.
 */

type ReadPage = () => Buffer

export interface LogPages {
  /** The pages as they were written last, but for one bit of one at the most. */
  readonly placed: ReadonlyMap<number, ReadPage>
  /** What was written since those, in damaged frames: which pages they are may be what is damaged. */
  readonly inDoubt: ReadonlyMap<number, ReadPage>
}

interface LogFrame extends Pick<FrameHeader, 'page' | 'isCommit'> {
  /** Whether that it is this page, and whether it ends a change, is proved. */
  readonly isPlaced: boolean
  readonly read: ReadPage
}

/** Of every change up to the last that ends whole, the last frame of each page. */
export function pagesInLog(frames: Frames): LogPages {
  const all = framesOf(frames)
  const [placed, inDoubt] = [new Map<number, ReadPage>(), new Map<number, ReadPage>()]
  for (const { page, isPlaced, read } of all.slice(0, all.findLastIndex(endsChange) + 1)) {
    if (isPlaced) inDoubt.delete(page)
    const pages = isPlaced ? placed : inDoubt
    pages.set(page, read)
  }
  return { placed, inDoubt }
}

const endsChange = ({ isPlaced, isCommit }: LogFrame): boolean => isPlaced && isCommit

/** Where it is in doubt with which header the log began, as that has it which proves most of them. */
function framesOf(frames: Frames): readonly LogFrame[] {
  let most: readonly LogFrame[] = []
  for (const header of headersOf(frames)) {
    const found = framesAfter(frames, header)
    if (countPlaced(found) > countPlaced(most)) most = found
  }
  return most
}

function headersOf(frames: Frames): readonly LogHeader[] {
  if (frames.header) return [frames.header]
  const mended = mendedHeaders(frames.beginning)
  if (mended.length > 0) return mended
  const header = { ...logHeaderAsItIs(frames.beginning), salts: likelySalts(frames) }
  return [
    { ...header, order: 'LE' },
    { ...header, order: 'BE' },
  ]
}

const countPlaced = (frames: readonly LogFrame[]): number => frames.filter(({ isPlaced }) => isPlaced).length

/** Of a log without a header: behind its frames there may be those of before it was begun again. */
function likelySalts(frames: Frames): Words {
  const header = logHeaderAsItIs(frames.beginning)
  let before: Words | null = null
  let alike: Words | null = null
  for (let index = 0; index < frames.count; index++) {
    const frame = headerAt(frames, index)
    if (hasSaltOf(frame, header)) return frame.salts
    if (before && isSame(frame.salts, before)) alike ??= before
    before = frame.page === 0 ? null : frame.salts
  }
  return alike ?? header.salts
}

/** Those of the log that a header began, in their order. */
function framesAfter(frames: Frames, { order, salts, checksum }: LogHeader): readonly LogFrame[] {
  const found: LogFrame[] = []
  let before: readonly Words[] = [checksum]
  for (let index = 0, end = endOf(frames, salts); index < end; index++) {
    const asItIs = frames.read(index)
    const sums = before.map((sum) => checksumOfFrame(asItIs, order, sum))
    const written = frameHeaderIn(asItIs)
    const isOurs = hasSaltOf(written, { salts })
    if (sums.some((sum) => isSame(sum, written.checksum))) {
      before = [written.checksum]
      if (isOurs) found.push({ ...written, isPlaced: true, read: pageAt(frames, index) })
      continue
    }
    const mended = isOurs ? firstFound(before, (sum) => mendedFrame(asItIs, order, sum)) : null
    // Where its own checksum is what is damaged, the next goes on from what it should be.
    before = [written.checksum, ...sums.slice(0, 1)]
    if (mended) {
      const read = (): Buffer => mended.subarray(FRAME_HEADER_BYTES)
      found.push({ ...frameHeaderIn(mended), isPlaced: true, read })
    } else if (isOurs) found.push({ ...written, isPlaced: false, read: pageAt(frames, index) })
  }
  return found
}

const pageAt =
  (frames: Frames, index: number): ReadPage =>
  () =>
    frames.read(index).subarray(FRAME_HEADER_BYTES)

/** Behind the last frame that has both salts: what is further on is of before the log was begun again. */
function endOf(frames: Frames, salts: Words): number {
  for (let end = frames.count; end > 0; end--) if (isSame(headerAt(frames, end - 1).salts, salts)) return end
  return 0
}

function firstFound<T, U>(all: readonly T[], look: (one: T) => U | null): U | null {
  for (const one of all) {
    const found = look(one)
    if (found !== null) return found
  }
  return null
}
