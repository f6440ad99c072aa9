import { expect, it } from 'vitest'
import { textIn } from '#main/export/text-in.ts'

const utf16 = (text: string, isLittleEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return isLittleEndian ? bytes : bytes.swap16()
}

it('reads UTF-8', () => {
  expect(textIn(Buffer.from('Fünf ✓'))).toEqual({ text: 'Fünf ✓' })
  expect(textIn(new Uint8Array())).toEqual({ text: '' })
})

it('takes a byte-order mark for no part of the text', () => {
  expect(textIn(Buffer.from('\uFEFF{}'))).toEqual({ text: '{}' })
})

it.each([
  ['with a mark, as Windows writes it', utf16('\uFEFF{}', true)],
  ['with a mark, the other way about', utf16('\uFEFF{}', false)],
  ['without a mark', utf16('{}', true)],
  ['without a mark, the other way about', utf16('{}', false)],
])('says of UTF-16 %s what it is', (_how, bytes) => {
  expect(textIn(bytes)).toEqual({ why: 'it is text in UTF-16, and Tierwise reads UTF-8' })
})

it.each([
  ['Latin-1', Buffer.from('Fünf', 'latin1')],
  ['a letter that was cut', Buffer.from('Fü').subarray(0, 2)],
])('says of %s that it is no UTF-8', (_what, bytes) => {
  expect(textIn(bytes)).toEqual({ why: 'it is not text in UTF-8' })
})
