import { BIDI_CONTROLS } from '#shared/control-characters.ts'
import { cutText } from '#shared/cut-text.ts'

/** In UTF-8: file systems take 255 bytes, of which the ending and a system's own additions need some. */
const MOST_BYTES = 200

/** What a common file system takes for something else, and what begins a line in a list of files. */
const NO_NAMES = /[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}]+/gu

/** Names of devices on Windows, whatever ending follows them. */
const DEVICES = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))/i

/** A document's name as a file's, cut between what a person sees as characters. */
export function fileNameOf(name: string, extension: string): string {
  const plain = name
    .toWellFormed()
    .replaceAll(BIDI_CONTROLS, '')
    .replaceAll(NO_NAMES, '-')
    .replaceAll(/^[-. ]+|[-. ]+$/g, '')
    .replace(DEVICES, '$&_')
  const whole = cutText(plain, MOST_BYTES, (part) => Buffer.byteLength(part))
  return `${whole.replace(/[-. ]+$/, '') || 'scenario'}.${extension}`
}
