import { readFileSync } from 'node:fs'

/** The sizes in pixels of the pictures in a Windows icon, in their order. */
export function sizesOfIco(path: string): readonly number[] {
  const file = readFileSync(path)
  const count = file.readUInt16LE(4)
  return Array.from({ length: count }, (_, index) => {
    const entry = 6 + index * 16
    const length = file.readUInt32LE(entry + 8)
    const offset = file.readUInt32LE(entry + 12)
    return widthOfPng(file.subarray(offset, offset + length))
  })
}

/** The sizes in pixels of the pictures in an Apple icon, by the names that macOS knows them by. */
export function sizesOfIcns(path: string): Readonly<Record<string, number>> {
  const file = readFileSync(path)
  const sizes: Record<string, number> = {}
  for (let at = 8; at < file.readUInt32BE(4); at += file.readUInt32BE(at + 4)) {
    sizes[file.toString('latin1', at, at + 4)] = widthOfPng(
      file.subarray(at + 8, at + file.readUInt32BE(at + 4)),
    )
  }
  return sizes
}

/** The width of a square PNG; anything else is none. */
export function widthOfPng(file: Buffer): number {
  const isPng = file.subarray(1, 4).toString('latin1') === 'PNG'
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  return isPng && width === height ? width : 0
}
