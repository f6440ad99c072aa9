/*
 * A workbook is a ZIP file, in which every part has the time of its making. The same result is to be the same bytes whenever
 * it is written, so all have the first time that a ZIP file can tell.
 */

const END_OF_LIST = 0x06054b50
const LISTED = 0x02014b50
/** Midnight of 1 January 1980 as ZIP files write it: the time of the day, and above it the day. */
const FIRST_TIME = 0x00210000

/** Gives every part of a ZIP file, which has no comment, the same time, in place. */
export function fixTimes(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.length - 22
  if (view.getUint32(end, true) !== END_OF_LIST) throw new Error('This is no ZIP file without a comment.')
  let at = view.getUint32(end + 16, true)
  while (view.getUint32(at, true) === LISTED) {
    view.setUint32(at + 12, FIRST_TIME, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_TIME, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return zip
}
