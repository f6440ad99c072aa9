import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll } from 'vitest'
import { createApi } from '#main/api/router.ts'
import { cli } from '#main/hosts/cli/cli.ts'

const ROOT = resolve(import.meta.dirname, '../..')

export interface Ended {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number | null
}

const api = createApi({ host: 'cli' })

/** Carries out a command line in this process, with `input` on its standard input. */
export const tierwise = (args: readonly string[], input = ''): Promise<Ended> =>
  cli(args, api, { stdin: async () => ({ text: input }) })

/** Runs the real command, as `npm run -s tierwise -- …` does. */
export async function spawned(args: readonly string[], input = ''): Promise<Ended> {
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

/** What a command tells people; throws if it complained. */
export async function textOf(args: readonly string[], input = ''): Promise<string> {
  const { stdout, stderr, exitCode } = await tierwise(args, input)
  if (exitCode !== 0 || stderr !== '') throw new Error(`exit ${exitCode}: ${stderr}`)
  return stdout
}

/** Writes documents into a folder of this test file's own, and answers where. */
export function filesOfTest(): (name: string, content: unknown) => string {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-cli-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return (name, content) => {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify(content))
    return path
  }
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
