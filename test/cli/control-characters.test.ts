import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { forTerminal } from '#main/hosts/terminal-text.ts'
import { filesOfTest, spawned, tierwise } from './support.ts'

/** Clears the screen, colours, deletes, turns the text around and begins a line that lies. */
const HOSTILE = '\u001B[2J\u009B31m\u202E\u2066\u007F\u2028\t\r\u0085\n2 checked: 2 as expected.'
const HARMLESS = HOSTILE.replaceAll(/[^ -~]/g, 'x')
const CONTROLS = /[^\P{C}\n]|[\u2028\u2029]/u

const fileFor = filesOfTest()

const march: unknown = JSON.parse(readFileSync('docs/examples/upgrade-in-march.json', 'utf8'))
if (typeof march !== 'object' || march === null) throw new TypeError('the example is no object')

/** A scenario with a catalogue of its own, in which every text can be anything. */
const DOCUMENT = JSON.stringify({
  ...march,
  catalog: findPreset('elevenlabs-2026-04'),
  expect: { totals: { total: 'not so much' } },
})

/** Texts and keys of the document, each once. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(textsIn)
  return [...new Set(Array.isArray(value) ? inside : [...Object.keys(value), ...inside])]
}

const NAME = 'A small team that moves from Creator to Pro in March'

/** The document with these texts continued by another, wherever they stand. */
function continued(texts: readonly string[], by: string): string {
  const wanted = new Set(texts.map((text) => JSON.stringify(text)))
  return DOCUMENT.replaceAll(/"(?:[^"\\]|\\.)*"/g, (text) =>
    wanted.has(text) ? JSON.stringify(String(JSON.parse(text)) + by) : text,
  )
}

/** How a command ends, and in how many lines it tells what. */
async function shapeOf([command = '', ...rest]: readonly string[], document: string) {
  const { stdout, stderr, exitCode } = await tierwise([command, '-', ...rest], document)
  return { exitCode, lines: [stdout, stderr].map((told) => told.split('\n').length) }
}

describe('a text that would move the terminal is told in as many lines as one of plain letters', () => {
  let free: readonly string[] = []
  beforeAll(async () => {
    const texts = textsIn(JSON.parse(DOCUMENT))
    const codes = await Promise.all(
      texts.map(async (text) => (await shapeOf(['validate'], continued([text], HARMLESS))).exitCode),
    )
    free = texts.filter((_, index) => codes[index] === 0)
  })

  // What a text may be is the schema's to say; were it always refused, nothing would be tried.
  test('where the schema takes it', () => {
    expect(free).toEqual(expect.arrayContaining([NAME, 'ada', 'website', 'VAT']))
  })

  test.each([
    ['run'],
    ['check'],
    ['validate'],
    ['events'],
    ['failures'],
    ['attribute', '--by', 'member,product,apiKey,workspace'],
    ['explain', 'line:0001:1'],
    ['best-upgrade', '--plan', 'pro'],
  ])('by %s', async (...command) => {
    const [hostile, plain] = [HOSTILE, HARMLESS].map((by) => shapeOf(command, continued(free, by)))
    expect(await hostile).toEqual(await plain)
  })

  test('where it is refused', async () => {
    for (const text of ['2026-01-01', 'streams', 'months', 'published', 'setOverage', '60000']) {
      const [hostile, plain] = [HOSTILE, HARMLESS].map((by) => shapeOf(['run'], continued([text], by)))
      expect(await hostile).toEqual({ ...(await plain), exitCode: 2 })
    }
  })
})

describe('the real command', () => {
  const scenario: unknown = JSON.parse(continued([NAME], HOSTILE))
  const file = () => fileFor('hostile.json', scenario)

  test('prints visible stand-ins for what would move the terminal', async () => {
    const { stdout, stderr, exitCode } = await spawned(['run', file()])
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(stdout).toContain(
      String.raw`\u001b[2J\u009b31m\u202e\u2066\u007f\u2028\u0009\u000d\u0085\u000a2 checked`,
    )
    expect(stdout).not.toMatch(CONTROLS)
  })

  test('prints JSON that holds the same value, and no such byte', async () => {
    const { stdout } = await spawned(['check', file(), '--json'])
    expect(stdout).not.toMatch(CONTROLS)
    const [checked]: unknown[] = JSON.parse(stdout)
    expect(checked).toMatchObject({ scenario: NAME + HOSTILE })
  })

  test('complains in one line without any', async () => {
    const { stdout, stderr, exitCode } = await spawned(['run', `no${HOSTILE}such.json`])
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr).not.toMatch(CONTROLS)
    expect(stderr.split('\n')).toHaveLength(2)
  })
})

test.each([[[`no${HOSTILE}such`]], [['run', '-', HOSTILE]], [['run', `--${HOSTILE}`]]])(
  '%j is refused in one line',
  async (args) => {
    expect((await tierwise(args)).stderr.split('\n')).toHaveLength(2)
  },
)

test('letters, accents, emoji and ends of lines reach the terminal as they are', () => {
  const plain = 'Fünf Pläne ✓\n名前 👩‍👩‍👧 ×2 – “done”\n'
  expect(forTerminal(plain)).toBe(plain)
})
