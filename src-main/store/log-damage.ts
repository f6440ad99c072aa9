import { closeSync, fstatSync, openSync } from 'node:fs'
import { hasSaltOf, LOG_HEADER_BYTES, type LogHeader } from './log-format.ts'
import { firstUnread, framesIn, headerAt, type Frames } from './log-frames.ts'

/*
 * SQLite reads its log up to the first frame that is not as it was written, for there a write may have been torn, and
 * forgets what comes after. Where changes lie there that were whole once, it was damage, and without a word they would
 * be gone. Only damage to the very last frame looks like a torn write, and is taken for one.
 */

/** Whether changes were in a log that SQLite will not read from it. To be asked before it has the file. */
export function isLogDamaged(log: string): boolean {
  const handle = openSync(log, 'r')
  try {
    if (fstatSync(handle).size < LOG_HEADER_BYTES) return false
    const frames = framesIn(handle)
    return frames.header ? isDamagedAfter(frames, frames.header) : holdsChange(frames)
  } finally {
    closeSync(handle)
  }
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
    const isOurs = hasSaltOf(frame, header)
    isMoreAfterEnd ||= isOurs && end !== undefined
    isOneMissing ||= !isOurs && end === undefined
    isCommitBeyond ||= isOurs && frame.isCommit && index > unread
    if (isOurs && frame.isCommit) end ??= index
  }
  return isCommitBeyond && (isMoreAfterEnd || !isOneMissing)
}
