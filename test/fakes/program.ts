import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import { enterAt } from './http.ts'

export const START = resolve(import.meta.dirname, '../../src-main/hosts/start.js')

export interface Program {
  readonly child: ChildProcess
  /** Everything so far. */
  readonly printed: () => string
  readonly address: string
}

export const addressIn = (text: string): string => /http:[^\s"]+/.exec(text)?.[0] ?? ''

/** What names this folder's `Tierwise` for the place of documents, which on Windows is then a person's own. */
export const placesBelow = (folder: string) => ({
  TIERWISE_DATA: join(folder, 'Tierwise'),
  APPDATA: folder,
})

/** `npm start` of a person whose home is this folder; resolves once it says where it is, or has ended before. */
export async function startProgram(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  entry = START,
): Promise<Program> {
  const own = { ...placesBelow(folder), INIT_CWD: folder, HOME: folder, XDG_CACHE_HOME: '' }
  const child = spawn(process.execPath, [entry, ...args], { env: { ...process.env, ...own, ...env } })
  let printed = ''
  const ended = once(child, 'exit')
  const served = new Promise((resolveServed) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        if (printed.includes('Ctrl+C')) resolveServed(undefined)
      })
    }
  })
  await Promise.race([served, ended])
  return { child, printed: () => printed, address: addressIn(printed) }
}

/** Tells it to stop; its exit code. */
export async function stopProgram(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown> {
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code] = await ended
  return code
}

/** Comes in at an address as a page does. */
export async function pageAt(address: string) {
  const { origin } = new URL(address)
  const headers = { 'content-type': 'application/json', 'x-tierwise-token': await enterAt(address) }
  return {
    call: async (method: string, input: unknown): Promise<unknown> => {
      const init = { method: 'POST', headers, body: JSON.stringify(input) }
      return (await fetch(`${origin}/api/${method}`, init)).json()
    },
    /** The first event that is about a file to open. */
    opening: async (): Promise<unknown> => {
      const { body } = await fetch(`${origin}/events`, { headers })
      let heard = ''
      for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
        heard += text
        const line = heard
          .split('\n')
          .slice(0, -1)
          .find((one) => one.startsWith('{"kind":"open'))
        if (line !== undefined) return JSON.parse(line)
      }
      return undefined
    },
  }
}

/** A browser that only writes down with what arguments it is started. */
export function fakeBrowser(folder: string) {
  const file = join(folder, 'opened')
  for (const program of ['xdg-open', 'open']) {
    writeFileSync(
      join(folder, program),
      `#!/bin/sh\necho "$*" > "${file}.part"\nmv "${file}.part" "${file}"\n`,
    )
    chmodSync(join(folder, program), 0o755)
  }
  return {
    /** For a program that is to start it. */
    env: { PATH: `${folder}:${process.env.PATH ?? ''}`, CI: '' },
    hasOpened: () => existsSync(file),
    /** Waits for its start, and answers with the arguments. */
    opened: async () => {
      await expect.poll(() => existsSync(file)).toBe(true)
      const given = readFileSync(file, 'utf8').trim()
      rmSync(file)
      return given
    },
  }
}
