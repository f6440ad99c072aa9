import type { Readable } from 'node:stream'
import type { TextRead } from '#main/export/text-in.ts'
import { readTextStream } from '../read-text.ts'
import { MOST_INPUT_BYTES } from './read-text.ts'

/** All of standard input. Somebody at a terminal is told that it is waited for. */
export function standardInput(
  stream: Readable & { readonly isTTY?: boolean },
  say: (text: string) => void,
): Promise<TextRead> {
  if (stream.isTTY === true) say('Reading from the terminal; Ctrl+D on a line of its own ends it.')
  return readTextStream(stream, MOST_INPUT_BYTES)
}
