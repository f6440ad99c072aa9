import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

const ROOT = resolve(import.meta.dirname, '../..')

export interface Ended {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number | null
}

/** Runs the real command, as `npm run -s tierwise -- …` does, with `input` on its standard input. */
export async function tierwise(args: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, ['src-main/hosts/cli/index.ts', ...args], { cwd: ROOT })
  const closed = new Promise<number | null>((done) => {
    child.on('close', done)
  })
  // A command that refuses its input may end before it has read it.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  return { stdout, stderr, exitCode }
}

/** The one JSON value a command printed; throws if it printed anything else, or complained. */
export async function answerOf(args: readonly string[], input = ''): Promise<unknown> {
  const { stdout, stderr, exitCode } = await tierwise([...args, '--json'], input)
  if (exitCode !== 0 || stderr !== '') throw new Error(`exit ${exitCode}: ${stderr}`)
  const value: unknown = JSON.parse(stdout)
  return value
}

/** A sound scenario, ready to be broken. */
export const SCENARIO = {
  schemaVersion: 1,
  name: 'Creator at 400,000',
  catalog: 'dodo-elevenlabs',
  plan: 'creator',
  start: '2026-01-01',
  months: 1,
  overage: { optIn: true },
  usage: { kind: 'series', credits: ['400000'] },
}
