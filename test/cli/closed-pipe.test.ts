import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'

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

describe.skipIf(process.platform !== 'linux')('an output without room', () => {
  const command = (words: string) => `"${process.execPath}" src-main/hosts/cli/index.ts ${words}`
  const shell = (script: string) => {
    const { stdout, stderr, status } = spawnSync('bash', ['-c', script], { cwd: ROOT, encoding: 'utf8' })
    return { stdout, stderr, exitCode: status }
  }

  test('is a failure, told in one line', () => {
    expect(shell(`${command('catalogs')} > /dev/full`)).toEqual({
      stdout: '',
      stderr: 'output.failed: Standard output could not be written: the disk is full.\n',
      exitCode: 1,
    })
  })

  test('is one, too, where it has room for the first part', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tierwise-cli-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'schema.json')
    // A limit on the size of files, in kilobytes, stands for a disk that fills up.
    const { stderr, exitCode } = shell(`trap '' XFSZ; ulimit -f 8; ${command('schema scenario')} > "${file}"`)
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^output\.failed: Standard output could not be written: .*\.\n$/)
  })

  test('for complaints changes no code, and ends without a word', () => {
    expect(shell(`${command('nonsense')} 2> /dev/full`)).toEqual({ stdout: '', stderr: '', exitCode: 2 })
  })
})

test('a slow reader gets all of a long answer', async () => {
  const child = spawn(process.execPath, ['src-main/hosts/cli/index.ts', 'schema', 'scenario'], { cwd: ROOT })
  // Longer than any pipe holds, it waits for its reader, who comes when the first of it is there.
  await once(child.stdout, 'readable')
  const [stdout, [exitCode]] = await Promise.all([text(child.stdout), once(child, 'close')])
  expect(stdout.length).toBeGreaterThan(100_000)
  expect(() => void JSON.parse(stdout)).not.toThrow()
  expect(exitCode).toBe(0)
})
