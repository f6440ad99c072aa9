import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fileNameOf } from '#main/api/file-name.ts'

it.each([
  ['Agents in May', 'Agents in May'],
  ['Fünf Pläne ✓', 'Fünf Pläne ✓'],
  ['June: Creator/Pro?', 'June- Creator-Pro'],
  ['..\\..\\etc', 'etc'],
  [' .hidden. ', 'hidden'],
  ['line\nbreak', 'line-break'],
  ['???', 'scenario'],
  ['', 'scenario'],
])('%j becomes the file name %j', (name, expected) => {
  expect(fileNameOf(name, 'tierwise')).toBe(`${expected}.tierwise`)
})

it('shows no name in another order than it has: its characters have no direction of their own', () => {
  const controls = '\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'
  expect(fileNameOf(`quote\u202Efdp.${controls}exe`, 'tierwise')).toBe('quotefdp.exe.tierwise')
})

it.each([
  ['a'.repeat(250), 'a'.repeat(200)],
  ['名'.repeat(100), '名'.repeat(66)],
  ['😀'.repeat(60), '😀'.repeat(50)],
  [`${'a'.repeat(199)}😀`, 'a'.repeat(199)],
  [`${'a'.repeat(198)} - b`, 'a'.repeat(198)],
  [`${'a'.repeat(198)}e\u0301`, 'a'.repeat(198)],
  ['👩‍👩‍👧'.repeat(20), '👩‍👩‍👧'.repeat(11)],
  ['🇨🇭'.repeat(30), '🇨🇭'.repeat(25)],
])('is cut to 200 bytes between two characters: %s', (name, expected) => {
  expect(fileNameOf(name, 'tierwise')).toBe(`${expected}.tierwise`)
})

it.each(['con', 'NUL', 'com1', 'LPT9', 'COM¹', 'conin$', 'aux.old', 'prn .x'])(
  'is no device of Windows: %s',
  (name) => {
    expect(fileNameOf(name, 'tierwise').split(/[ .]/)[0]).toBe(`${name.split(/[ .]/)[0]}_`)
  },
)

it.each(['console', 'com10', 'common', 'null', 'a con'])(
  'is left alone where it is no device: %s',
  (name) => {
    expect(fileNameOf(name, 'tierwise')).toBe(`${name}.tierwise`)
  },
)

it('is one that a disk takes, whatever half of a character is in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-names-'))
  const name = fileNameOf(`${'\uD83D'.repeat(150)}名`, 'tierwise')
  expect(name.isWellFormed()).toBe(true)
  writeFileSync(join(folder, name), '')
  rmSync(folder, { recursive: true })
})
