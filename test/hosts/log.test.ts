import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLog } from '#main/hosts/log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierwise-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (path = folder) => openLog(path, () => new Date('2026-05-04T03:02:01.000Z'))
const read = (name = 'tierwise.log') => readFileSync(join(folder, name), 'utf8')

it('writes what happened and when, a line each', () => {
  const log = open()
  log.note('One')
  log.note('Two')
  expect(read()).toBe('2026-05-04T03:02:01.000Z One\n2026-05-04T03:02:01.000Z Two\n')
})

it('indents the rest of what takes several lines, with its causes', () => {
  const inner = new Error('inner')
  inner.stack = 'Error: inner\n    at b'
  const outer = new Error('outer', { cause: inner })
  outer.stack = 'Error: outer\n    at a'
  open().note('Failed', outer)
  expect(read()).toBe(
    '2026-05-04T03:02:01.000Z Failed: Error: outer\n      at a\n  caused by Error: inner\n      at b\n',
  )
})

it('makes its folder when it first has something to say', () => {
  const log = open(join(folder, 'a', 'b'))
  expect(readdirSync(folder)).toEqual([])
  log.note('One')
  expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['tierwise.log'])
})

it.skipIf(process.platform === 'win32')('can be read by its owner alone, in a folder of theirs alone', () => {
  open(join(folder, 'a', 'b')).note('One')
  const modes = ['a', 'a/b', 'a/b/tierwise.log'].map((path) => statSync(join(folder, path)).mode & 0o777)
  expect(modes).toEqual([0o700, 0o700, 0o600])
})

it('keeps three files of half a megabyte at most, the newest entries among them', () => {
  const log = open()
  const entry = 'x'.repeat(8000)
  for (let count = 0; count < 300; count += 1) log.note(entry)
  log.note('the last')
  expect(readdirSync(folder).toSorted()).toEqual(['tierwise.log', 'tierwise.log.1', 'tierwise.log.2'])
  for (const name of readdirSync(folder))
    expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(512 * 1024)
  expect(read().endsWith('the last\n')).toBe(true)
})

it('cuts an entry that would push out all others', () => {
  open().note('x'.repeat(1_000_000))
  expect(read().length).toBeLessThan(9000)
})

it('never writes what it was told to hide, wherever it turns up', () => {
  const log = open()
  log.hide('sk_secret')
  log.note('The key sk_secret and again sk_secret', new Error('Authorization: sk_secret'))
  expect(read()).toContain('The key [hidden] and again [hidden]: Error: Authorization: [hidden]')
  expect(read()).not.toContain('sk_secret')
})

it('hides a key whole, also where it begins as another one does', () => {
  const log = open()
  log.hide('sk_live_abc')
  log.hide('sk_live_abcdefgh')
  log.note('sk_live_abcdefgh and sk_live_abc')
  expect(read()).toContain(' [hidden] and [hidden]\n')
})

it('hides nothing that is too short for a key, which would be a part of other words', () => {
  const log = open()
  for (const short of ['', 'a', 'error']) log.hide(short)
  log.note('an error')
  expect(read()).toContain(' an error\n')
})

it('does not fail where nothing can be written', () => {
  writeFileSync(join(folder, 'file'), '')
  const log = open(join(folder, 'file', 'logs'))
  expect(() => log.note('One')).not.toThrow()
  mkdirSync(join(folder, 'other', 'tierwise.log'), { recursive: true })
  expect(() => open(join(folder, 'other')).note('One')).not.toThrow()
})
