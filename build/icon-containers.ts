/** A square picture as the bytes of a PNG file; both containers hold such files as they are. */
export interface Picture {
  readonly size: number
  readonly png: Buffer
}

const ICO_HEADER_BYTES = 6
const ICO_ENTRY_BYTES = 16
const ICNS_HEADER_BYTES = 8

/** Apple's names of the entries, by the size in pixels that each holds; the plain and the Retina ones share sizes. */
const ICNS_TYPES: readonly (readonly [type: string, size: number])[] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]

/** A Windows icon: a directory of entries, then the pictures, the largest of which may be 256 pixels wide. */
export function icoOf(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(ICO_HEADER_BYTES)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = ICO_HEADER_BYTES + pictures.length * ICO_ENTRY_BYTES
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(ICO_ENTRY_BYTES)
    // One byte a side: 0 stands for 256.
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)])
}

/** An Apple icon: named pictures, each behind its length. */
export function icnsOf(pictures: readonly Picture[]): Buffer {
  const blocks = ICNS_TYPES.flatMap(([type, size]) =>
    pictures.filter((picture) => picture.size === size).map(({ png }) => block(type, png)),
  )
  return block('icns', Buffer.concat(blocks))
}

function block(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(ICNS_HEADER_BYTES)
  header.write(type, 'latin1')
  header.writeUInt32BE(ICNS_HEADER_BYTES + content.length, 4)
  return Buffer.concat([header, content])
}
