/** In UTF-8: file systems take 255 bytes, of which the ending and a system's own additions need some. */
const MOST_BYTES = 200

/** What a common file system takes for something else, and characters of no width that a name could be disguised with. */
const NO_NAMES = /[\\/:*?"<>|\p{Cc}]+/gu
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu

/** A document's name as a file's. */
export function fileNameOf(name: string, extension: string): string {
  const plain = name
    .toWellFormed()
    .replaceAll(BIDI_CONTROLS, '')
    .replaceAll(NO_NAMES, '-')
    .replaceAll(/^[-. ]+|[-. ]+$/g, '')
  return `${shortened(plain).replace(/[-. ]+$/, '') || 'scenario'}.${extension}`
}

/** As many whole characters from its start as fit. */
function shortened(text: string): string {
  let bytes = 0
  let kept = ''
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > MOST_BYTES) return kept
    kept += character
  }
  return kept
}
