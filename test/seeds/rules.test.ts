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

const proved = rows.filter(({ title }) => !title.startsWith('not yet'))

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
    for (const seed of ['0', '1', '2', '3']) {
      const numbers = rows.filter(({ rule }) => rule.startsWith(`${seed}.`)).map(({ rule }) => rule)
      expect(numbers).toEqual(numbers.map((_, index) => `${seed}.${index + 1}`))
      expect(numbers.length).toBeGreaterThan(25)
    }
  })

  test('says why wherever a rule is not proved yet', () => {
    for (const { file, title } of rows.filter((row) => !proved.includes(row))) {
      expect(file).toBe('')
      expect(title).toMatch(/^not yet: .+/)
    }
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
