import { refuse, succeed } from '#shared/problem.ts'
import type { TextRead } from '#main/export/text-in.ts'
import { NO_FILE, readTextFile } from '../read-text.ts'
import type { Read } from './command.ts'

/** More than a year of a million events weighs, and less than what a text may be long. */
export const MOST_INPUT_BYTES = 256 * 1024 * 1024

/** Reads files by name, and standard input for `-`. Refused with `input.unreadable`. */
export const fileReader =
  (stdin: () => Promise<TextRead>): Read =>
  async (name) => {
    const read = name === '-' ? await stdin() : await readTextFile(name, MOST_INPUT_BYTES)
    if ('text' in read) return succeed(read.text)
    const which = name === '-' ? 'standard input' : name
    const advice = read.why === NO_FILE ? ' What comes through a pipe is read as -, from standard input.' : ''
    return refuse({
      code: 'input.unreadable',
      message: `Cannot read ${which}: ${read.why}.${advice}`,
      path: '',
    })
  }
