import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Life {
  /** So many lines it says. */
  readonly lines: number
  /** Milliseconds from there to the end. */
  readonly moment: number
}

/** Runs a script beside this file and kills it a moment after so many lines; the lines it said whole. */
export async function linesUntilKilled(
  script: string,
  args: readonly string[],
  { lines, moment }: Life,
  compileCache: string,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Many processes need not compile the same code many times.
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
  const ended = once(child, 'close')
  let said = ''
  let failure = ''
  let timer: NodeJS.Timeout | undefined
  const killIfDue = () => {
    if (said.split('\n').length > lines) timer ??= setTimeout(() => child.kill('SIGKILL'), moment)
  }
  child.stderr.setEncoding('utf8').on('data', (text: string) => (failure += text))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    killIfDue()
  })
  killIfDue()
  const [, signal] = await ended
  if (signal !== 'SIGKILL') throw new Error(failure)
  // What follows the last line break was cut off and counts for nothing.
  return said.split('\n').slice(0, -1)
}
