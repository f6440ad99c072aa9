import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')

/** Runs the command with the reader of its standard output gone, as behind `| head`. */
async function unread(args: readonly string[]) {
  const child = spawn(process.execPath, ['src-main/hosts/cli/index.ts', ...args], { cwd: ROOT })
  child.stdout.destroy()
  const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'close')])
  return { stderr, exitCode }
}

test('a reader that has seen enough ends the command quietly', async () => {
  expect(await unread(['schema', 'scenario'])).toEqual({ stderr: '', exitCode: 0 })
})

test('a reader that is gone does not hide bad input', async () => {
  const { stderr, exitCode } = await unread(['nonsense'])
  expect(stderr).toContain('cli.unknown_command')
  expect(exitCode).toBe(2)
})
