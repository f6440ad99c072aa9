import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { MOST_INPUT_BYTES } from '#main/hosts/cli/read-text.ts'
import { standardInput } from '#main/hosts/cli/standard-input.ts'
import { tierwise } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'tierwise-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const EXAMPLE = 'docs/examples/creator-at-400k.json'
const example = readFileSync(EXAMPLE)

function fileOf(name: string, content: Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

/** Every way to name a file. */
const NAMING: readonly (readonly [string, (file: string) => readonly string[]])[] = [
  ['a scenario to run', (file) => ['run', file]],
  ['a scenario to explain', (file) => ['explain', file, 'balance:1']],
  ['a document to validate', (file) => ['validate', file]],
  ['one of the files to check', (file) => ['check', file]],
  ['a catalogue', (file) => ['crossovers', '--catalog', file]],
  ['agreed terms', (file) => ['compare', '--catalog', 'dodo-elevenlabs', '--usage', '1', '--terms', file]],
  ['variants', (file) => ['variants', EXAMPLE, '--variants', file]],
]

describe.skipIf(process.platform === 'win32')(
  'what is named as a file and is none keeps nobody waiting',
  () => {
    test.each(NAMING)('%s', async (_what, args) => {
      const pipe = join(mkdtempSync(join(folder, 'pipe-')), 'pipe.json')
      execFileSync('mkfifo', [pipe])
      const { stdout, stderr, exitCode } = await tierwise(args(pipe))
      expect(exitCode).toBe(2)
      expect(stdout).not.toContain('as expected')
      expect(stderr).toMatch(
        /^input\.unreadable: .*it is not a file\. .* is read as -, from standard input\.\n$/,
      )
    })

    test.each(['/dev/zero', '/dev/tty', '/dev/full'])('%s', async (device) => {
      expect(await tierwise(['run', device])).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('it is not a file') as string,
      })
    })
  },
)

test('a folder is called one', async () => {
  expect((await tierwise(['run', folder])).stderr).toBe(
    `input.unreadable: Cannot read ${folder}: it is a folder.\n`,
  )
})

describe('no more is read than any document holds', () => {
  const TOO_LARGE = 'it is larger than 256 MB'

  test('of a file, which is not begun', async () => {
    const file = fileOf('large.json', new Uint8Array())
    truncateSync(file, MOST_INPUT_BYTES + 1)
    expect(await tierwise(['run', file])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(TOO_LARGE) as string,
    })
  })

  test('of standard input, whose end is not waited for', async () => {
    const chunk = Buffer.alloc(16 * 1024 * 1024, ' ')
    let given = 0
    const endless = new Readable({
      read() {
        given += chunk.length
        this.push(chunk)
      },
    })
    expect(await standardInput(endless, () => {})).toEqual({ why: TOO_LARGE })
    expect(given).toBeLessThan(MOST_INPUT_BYTES + 4 * chunk.length)
  })
})

describe('how a text is stored', () => {
  const expected = async () => (await tierwise(['run', EXAMPLE, '--json'])).stdout

  test('with a byte-order mark is read like one without', async () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), example])
    const file = fileOf('marked.json', marked)
    expect((await tierwise(['run', file, '--json'])).stdout).toBe(await expected())
    expect(await standardInput(Readable.from([marked]), () => {})).toEqual({ text: example.toString() })
  })

  test.each([
    ['with its mark', Buffer.from(`\uFEFF${example.toString()}`, 'utf16le')],
    ['the other way round', Buffer.from(`\uFEFF${example.toString()}`, 'utf16le').swap16()],
    ['without a mark', Buffer.from(example.toString(), 'utf16le')],
  ])('as UTF-16, %s, is refused in plain words', async (_how, content) => {
    const file = fileOf('wide.json', content)
    expect(await tierwise(['run', file])).toEqual({
      stdout: '',
      stderr: `input.unreadable: Cannot read ${file}: it is text in UTF-16, and Tierwise reads UTF-8.\n`,
      exitCode: 2,
    })
  })

  test('in another encoding is refused, not read with other letters', async () => {
    const file = fileOf('latin.json', Buffer.from('{"name": "Fünf"}', 'latin1'))
    expect((await tierwise(['validate', file])).stderr).toContain('it is not text in UTF-8')
  })
})

test('somebody at a terminal is told that standard input is waited for', async () => {
  const say = vi.fn<(text: string) => void>()
  const terminal = Object.assign(new PassThrough(), { isTTY: true })
  terminal.end('typed')
  expect(await standardInput(terminal, say)).toEqual({ text: 'typed' })
  expect(say.mock.calls).toEqual([[expect.stringContaining('Ctrl+D')]])

  say.mockClear()
  expect(await standardInput(Readable.from([Buffer.from('piped')]), say)).toEqual({ text: 'piped' })
  expect(say).not.toHaveBeenCalled()
})
