import { assert, constantFrom, nat, property, stringMatching } from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { NumberFormat } from '#shared/store.ts'
import { credits, setNumberFormat } from '#renderer/format/figures.ts'
import { completions, parseNumber } from '#renderer/format/parse-number.ts'

const FORMATS: readonly NumberFormat[] = ['comma', 'point', 'space', 'apostrophe']

function read(format: NumberFormat, text: string): string | undefined {
  setNumberFormat(format)
  return parseNumber(text)
}

describe('a number that was typed or pasted', () => {
  afterEach(() => setNumberFormat('comma'))

  it.each([
    ['comma', '1,250,000.75', '1250000.75'],
    ['comma', '1250000.75', '1250000.75'],
    ['point', '1.250.000,75', '1250000.75'],
    ['point', '1250000,75', '1250000.75'],
    ['space', '1\u202f250\u202f000,75', '1250000.75'],
    ['apostrophe', "1'250'000.75", '1250000.75'],
  ] as const)('is read in the chosen format: %s %s', (format, text, figure) => {
    expect(read(format, text)).toBe(figure)
  })

  it('means in the chosen format what could mean two things', () => {
    expect(read('comma', '1.250')).toBe('1.250')
    expect(read('comma', '1,250')).toBe('1250')
    expect(read('point', '1.250')).toBe('1250')
    expect(read('point', '1,250')).toBe('1.250')
  })

  it.each([' ', '\u00a0', '\u2009', '\u202f', "'", '’'])('may have %j between its groups', (sign) => {
    for (const format of FORMATS) expect(read(format, `1${sign}250${sign}000`)).toBe('1250000')
  })

  it.each([
    ['comma', '1.250.000', '1250000'],
    ['comma', '1.250.000,75', '1250000.75'],
    ['comma', '1.250,75', '1250.75'],
    ['comma', '1 250,75', '1250.75'],
    ['point', '1,250,000', '1250000'],
    ['point', '1,250,000.75', '1250000.75'],
    ['point', "1'250.75", '1250.75'],
    ['space', '1.250.000', '1250000'],
    ['space', '1.5', '1.5'],
    ['apostrophe', '1,5', '1.5'],
  ] as const)('may come in another format that leaves no doubt: %s %s', (format, text, figure) => {
    expect(read(format, text)).toBe(figure)
  })

  it.each([
    // The sign groups digits here, but not these.
    ['comma', '1,5'],
    ['comma', '1250000,75'],
    ['comma', '1,25,000'],
    ['comma', '0,250'],
    ['point', '1.5'],
    ['point', '1250000.75'],
    // 1,250 or 1.25: neither sign is one of the chosen format.
    ['space', '1.250'],
    ['apostrophe', '1,250'],
    // A thousand and a bit, or a million?
    ['comma', '1.250,000'],
    ['point', '1,250.000'],
    ['comma', '1 250,000'],
  ] as const)('is none where it could be a slip or another number: %s %s', (format, text) => {
    expect(read(format, text)).toBeUndefined()
  })

  it('may be short', () => {
    expect(parseNumber('400k')).toBe('400000')
    expect(parseNumber('400 K')).toBe('400000')
    expect(parseNumber('1.5M')).toBe('1500000')
    expect(parseNumber('2 m')).toBe('2000000')
    expect(parseNumber('0.0000005M')).toBe('0.5')
    expect(parseNumber('1,250k')).toBe('1250000')
    expect(parseNumber('2B')).toBe('2000000000')
    expect(read('point', '1,5M')).toBe('1500000')
  })

  it('may be negative, for the field to refuse', () => {
    expect(parseNumber('-5')).toBe('-5')
    expect(parseNumber('\u2212 1,250')).toBe('-1250')
    expect(parseNumber('+5')).toBe('5')
    expect(parseNumber('-0')).toBe('0')
  })

  it('keeps its decimals and loses zeros in front', () => {
    expect(parseNumber('94.00')).toBe('94.00')
    expect(parseNumber('007')).toBe('7')
    expect(parseNumber('.5')).toBe('0.5')
    expect(parseNumber('5.')).toBe('5')
    expect(parseNumber('123456789012345678901234567890')).toBe('123456789012345678901234567890')
  })

  it.each([
    '',
    ' ',
    'lots',
    '1e6',
    '0x10',
    '5kk',
    'k',
    '1.2.3',
    '1..5',
    ',',
    '.',
    '5-',
    '--5',
    '1 2',
    '40O',
    '٣',
  ])('is none: %j', (text) => {
    for (const format of FORMATS) expect(read(format, text)).toBeUndefined()
  })

  it('is read back as it was printed, in every format', () => {
    const [whole, millionths] = [nat(), nat({ max: 999_999 })]
    assert(
      property(constantFrom(...FORMATS), whole, millionths, (format, before, after) => {
        setNumberFormat(format)
        const figure = `${String(before)}.${String(after).padStart(6, '0')}`
        expect(Number(parseNumber(credits(figure)))).toBe(Number(figure))
      }),
    )
  })

  it('is never made of a part of the text: one mark too many, and it is none', () => {
    const mark = stringMatching(/^[a-zA-Z%$_/()=*#]$/).filter((sign) => !/[kmb]/i.test(sign))
    assert(
      property(nat(), mark, (figure, sign) => {
        expect(parseNumber(String(figure) + sign)).toBeUndefined()
        expect(parseNumber(sign + String(figure))).toBeUndefined()
      }),
    )
  })
})

describe('a number that is being typed', () => {
  it('may lack the rest of a group or a suffix', () => {
    expect(completions('1,')).toContain('1000')
    expect(completions('1,25')).toContain('1250')
    expect(completions('1.5')).toContain('1500000')
    expect(completions('1,2500')).toEqual([])
    expect(completions('1e')).toEqual([])
    expect(completions('1250000.75')).toEqual(['1250000.750', '1250000.7500', '1250000.75000'])
  })
})
