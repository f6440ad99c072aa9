import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/*
 * The table of rules names tests by file and title. A title is looked for as the source writes it between quotes,
 * placeholders of `test.each` included.
 */

const ROOT = join(import.meta.dirname, '../..')

const rows = readFileSync(join(import.meta.dirname, 'rules.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [rule = '', says = '', file = '', title = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    return { rule, says, file, title }
  })

/** How many statements of a rule each seed has; a row may be added, none may be lost. */
const ROWS: Readonly<Record<string, number>> = { '0': 35, '1': 48, '2': 42, '3': 29 }

const REASON = /^(outside|connector): .{30,}/

const proved = rows.filter(({ file }) => file !== '')

/** Whether the file has a test or a group of this title. */
function hasTest(file: string, title: string): boolean {
  const source = readFileSync(join(ROOT, file), 'utf8')
  const literal = title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(
    String.raw`\b(?:test|it|describe)\b(?:\.each)?(?:\((?:[^'"\`]|'[^']*'|"[^"]*"|\`[^\`]*\`)*?\))?\(\s*(['"\`])${literal}\1`,
  ).test(source)
}

describe('the table of rules', () => {
  test('numbers the rules of each seed in order', () => {
    for (const [seed, least] of Object.entries(ROWS)) {
      const numbers = rows.filter(({ rule }) => rule.startsWith(`${seed}.`)).map(({ rule }) => rule)
      expect(numbers).toEqual(numbers.map((_, index) => `${seed}.${index + 1}`))
      expect(numbers.length).toBeGreaterThanOrEqual(least)
    }
    expect(new Set(rows.map(({ rule }) => rule[0]))).toEqual(new Set(Object.keys(ROWS)))
  })

  test('says exactly why wherever a rule has no test, and only cost tracking has a connector', () => {
    const reasoned = rows.filter(({ file }) => file === '')
    for (const { title } of reasoned) expect(title).toMatch(REASON)
    const connector = reasoned.filter(({ title }) => title.startsWith('connector'))
    expect(connector.every(({ rule }) => rule.startsWith('3.'))).toBe(true)
    expect(reasoned.length - connector.length).toBeLessThanOrEqual(3)
    expect(connector.length).toBeLessThanOrEqual(9)
  })

  test.each(proved.map(({ rule, says, file, title }) => [rule, says, file, title] as const))(
    '%s (%s) is proved by a test that exists',
    (_, __, file, title) => {
      expect([file, existsSync(join(ROOT, file))]).toEqual([file, true])
      expect([title, hasTest(file, title)]).toEqual([title, true])
    },
  )

  test('would miss a test that is not there', () => {
    expect(hasTest('test/seeds/rules.test.ts', 'no test is called this')).toBe(false)
  })
})
