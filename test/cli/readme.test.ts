import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '#main/hosts/cli/registry.ts'
import { tierwise } from './support.ts'

const README = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')

/** Every command line of the README: its words, and the file on its standard input. */
const lines = [...README.matchAll(/^npm run -s tierwise -- (?<words>[^<\n]+?)(?: < (?<input>\S+))?$/gm)].map(
  ({ groups }) => [groups?.['words'] ?? '', groups?.['input']] as const,
)

describe('the README', () => {
  test('shows the command line', () => {
    expect(lines.length).toBeGreaterThan(5)
  })

  test.each(lines)('%s is carried out as it is written', async (words, input) => {
    const given = input === undefined ? '' : readFileSync(input, 'utf8')
    const { stderr, exitCode } = await tierwise(words.split(' '), given)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  })

  test('has a row for each command and for no other, with its usage', () => {
    const [section = ''] = /^## On the command line$[^]*?(?=^## )/m.exec(README) ?? []
    const rows = [...section.matchAll(/^\| `(?<name>[a-z-]+)(?<usage>[^`]*)`\s+\| /gm)].map(({ groups }) => [
      groups?.['name'],
      groups?.['usage']?.trim().replaceAll('\\|', '|'),
    ])
    const known = [...COMMANDS].map(([name, { usage }]) => [name, usage.split(' [')[0]])
    expect(rows).toEqual(known)
  })
})
