import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test, vi } from 'vitest'
import type { Api } from '#main/api/router.ts'
import { cli } from '#main/hosts/cli/cli.ts'
import { succeed } from '#shared/problem.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** Lets the command that is run fail where nothing should: in writing its answer. */
const PLANTED = 'data:text/javascript,JSON.stringify=()=>{throw new Error("planted\\n defect")}'

async function broken(env: Readonly<Record<string, string>>) {
  const args = ['--import', PLANTED, 'src-main/hosts/cli/index.ts', 'catalogs', '--json']
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } })
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  const [stdout, stderr, [exitCode]] = await ended
  return { stdout, stderr, exitCode }
}

describe('a defect of Tierwise', () => {
  test.each<readonly [string, Api]>([
    ['that is thrown', () => Promise.reject(new Error('no such\n thing'))],
    ['that is an answer of another shape', async () => succeed({ catalogs: 'none' })],
  ])('%s is one line on stderr, nothing on stdout, and exit 1', async (_, api) => {
    const onDefect = vi.fn<(error: unknown) => void>()
    const { stdout, stderr, exitCode } = await cli(['catalogs', '--json'], api, { onDefect })
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 })
    expect(stderr).toMatch(/^internal\.error: .+\n$/)
    expect(onDefect).toHaveBeenCalledOnce()
  })

  test('reaches the terminal without its stack', async () => {
    expect(await broken({})).toEqual({ stdout: '', stderr: 'internal.error: planted defect\n', exitCode: 1 })
  })

  test('reaches whoever asks for it with its stack', async () => {
    const { stderr, exitCode } = await broken({ TIERWISE_DEBUG: '1' })
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^Error: planted\n defect\n {4}at [^]*\ninternal\.error: planted defect\n$/)
  })
})
