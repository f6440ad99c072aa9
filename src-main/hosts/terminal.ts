import { writeSync } from 'node:fs'
import { Socket } from 'node:net'
import type { Readable, Writable } from 'node:stream'
import { reasonOf } from './system-error.ts'
import { forTerminal, inOneLine } from './terminal-text.ts'

/*
 * The one way to the terminal, or to whatever stands for it, for all that Tierwise says and what it starts: no control
 * character of anybody's names and contents gets there, and nobody has to read on. Only of a defect that ends the process
 * Node itself has the last word.
 */

/** Standard output or standard error; what Node makes of them differs. */
type Output = Writable & { readonly fd: 1 | 2 }

/**
 * Writes all of a text, and waits until the system has it. Answers null, also where the reader is gone, who has seen
 * enough, as `head` has; else why it could not be written, as the end of a sentence.
 */
export const print = (output: Output, text: string): Promise<string | null> =>
  printed(output, forTerminal(text))

async function printed(output: Output, text: string): Promise<string | null> {
  try {
    await write(quiet(output), text)
    return null
  } catch (error) {
    return isReaderGone(error) ? null : reasonOf(error)
  }
}

/** A line for the person who looks on, if anybody does: that it cannot be written is no reason to stop. */
export const say = (text: string): void => void print(process.stdout, `${text}\n`)

/** Of a terminal that does not say how many it has. */
const USUAL_COLUMNS = 80

/**
 * Says a line in the place of the one that was said so last, which may be no longer; as much of it as there is room for.
 * Null where there is no terminal, on which what was said can be written over.
 */
export const sayInPlace: ((text: string) => void) | null = process.stdout.isTTY
  ? (text) =>
      void printed(
        process.stdout,
        `\r${inOneLine(text).slice(0, (process.stdout.columns || USUAL_COLUMNS) - 1)}`,
      )
  : null

/** The same of what went wrong. */
export const complain = (text: string): void => void print(process.stderr, `${text}\n`)

/**
 * Writes the text that another program says, as it comes, behind what it `said` before. That nobody reads it does not keep
 * the program from going on.
 */
export async function passOn(output: Output, program: Readable, said = ''): Promise<void> {
  // What comes meanwhile waits.
  program.pause()
  await print(output, inLines(said))
  try {
    for await (const text of program) await print(output, inLines(String(text)))
  } catch {
    // It ended in the middle of a word, or was never there.
  }
}

/** Programs of Windows end lines by two characters. */
const inLines = (text: string): string => text.replaceAll('\r\n', '\n')

function write(output: Output, text: string): Promise<void> {
  if (output instanceof Socket) {
    return new Promise((done, failed) => {
      output.write(text, (error) => (error ? failed(error) : done()))
    })
  }
  // To a file Node writes once and takes it for all, though a disk that fills up takes only a part.
  let rest = Buffer.from(text)
  while (rest.length > 0) rest = rest.subarray(writeSync(output.fd, rest))
  return Promise.resolve()
}

/** What cannot be written is told to whoever wrote; as an event that nobody listens to it would end the process. */
function quiet(output: Output): Output {
  if (output.listenerCount('error') === 0) output.on('error', () => undefined)
  return output
}

const isReaderGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE'
