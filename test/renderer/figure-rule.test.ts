import { afterEach, describe, expect, it } from 'vitest'
import { expected, type FigureRule, readDecimal, readFigure, stepped } from '#renderer/fields/figure-rule.ts'
import { setNumberFormat } from '#renderer/format/figures.ts'

const MONTHS: FigureRule = { min: 1, max: 120, decimals: 0 }
const PERCENT: FigureRule = { min: 0, max: 100, decimals: 2, unit: '%' }
const USAGE: FigureRule = { min: 0, max: 9_007_199_254, decimals: 0 }

const kind = (text: string, rule: FigureRule) => readFigure(text, rule).kind

describe('a field of figures', () => {
  afterEach(() => setNumberFormat('comma'))

  it('takes what lies within its bounds, in any way it can be written', () => {
    expect(readFigure('12', MONTHS)).toEqual({ kind: 'taken', figure: 12 })
    expect(readFigure('12.00', MONTHS)).toEqual({ kind: 'taken', figure: 12 })
    expect(readFigure('2.5 %', PERCENT)).toEqual({ kind: 'taken', figure: 2.5 })
    expect(readFigure('400k', USAGE)).toEqual({ kind: 'taken', figure: 400_000 })
    expect(readFigure('1.250.000', USAGE)).toEqual({ kind: 'taken', figure: 1_250_000 })
    expect(readFigure('9,007,199,254', USAGE)).toEqual({ kind: 'taken', figure: 9_007_199_254 })
  })

  it('refuses the rest and says why', () => {
    expect(readFigure('-5', PERCENT)).toEqual({ kind: 'refused', why: 'tooSmall' })
    expect(readFigure('0', MONTHS)).toEqual({ kind: 'refused', why: 'tooSmall' })
    expect(readFigure('121', MONTHS)).toEqual({ kind: 'refused', why: 'tooLarge' })
    expect(readFigure('9,007,199,255', USAGE)).toEqual({ kind: 'refused', why: 'tooLarge' })
    expect(readFigure('1250000.75', USAGE)).toEqual({ kind: 'refused', why: 'decimals' })
    expect(readFigure('1.255', PERCENT)).toEqual({ kind: 'refused', why: 'decimals' })
    expect(readFigure('1e6', USAGE)).toEqual({ kind: 'refused', why: 'unreadable' })
    expect(readFigure('9'.repeat(400), USAGE)).toEqual({ kind: 'refused', why: 'tooLarge' })
  })

  it('keeps a decimal exact, but for the zeros behind more decimals than it takes', () => {
    const agreed: FigureRule = { min: 0, max: 9_007_199_254, decimals: 6 }
    expect(readDecimal('94.00', agreed)).toEqual({ kind: 'taken', figure: '94.00' })
    expect(readDecimal('9,007,199,253.740991', agreed)).toEqual({
      kind: 'taken',
      figure: '9007199253.740991',
    })
    expect(readDecimal('1.50000000', agreed)).toEqual({ kind: 'taken', figure: '1.500000' })
    expect(readDecimal('12.00', MONTHS)).toEqual({ kind: 'taken', figure: '12' })
    expect(readDecimal('1234.0000001', agreed)).toEqual({ kind: 'refused', why: 'decimals' })
    // It may be on its way to 0.0000001M.
    expect(readDecimal('0.0000001', agreed)).toEqual({ kind: 'unfinished', why: 'decimals' })
  })

  it('waits for what may become a figure it takes', () => {
    expect(kind('1,', USAGE)).toBe('unfinished')
    expect(kind('1,25', USAGE)).toBe('unfinished')
    expect(kind('1.5', USAGE)).toBe('unfinished')
    // 1.5k months are too many, and so are 1,500 %.
    expect(kind('1.5', MONTHS)).toBe('refused')
    expect(kind('1,5', PERCENT)).toBe('refused')
  })

  it('steps by one within its bounds, without the noise of binary fractions', () => {
    expect(stepped(119, 1, MONTHS)).toBe(120)
    expect(stepped(120, 1, MONTHS)).toBe(120)
    expect(stepped(0.3, -1, PERCENT)).toBe(0)
    // 1.1 + 1 is 2.1, and 8.2 - 1 in doubles is 7.199999999999999.
    expect(stepped(1.1, 1, PERCENT)).toBe(2.1)
    expect(stepped(8.2, -1, PERCENT)).toBe(7.2)
  })

  it('says what it expects in the chosen format', () => {
    const multiple: FigureRule = { min: 0, max: 1000, decimals: 2 }
    expect(expected('tooLarge', multiple)).toBe('From 0 to 1,000.')
    expect(expected('decimals', multiple)).toBe('At most 2 decimals.')
    expect(expected('unreadable', MONTHS)).toBe('A whole number.')
    setNumberFormat('point')
    expect(expected('tooLarge', multiple)).toBe('From 0 to 1.000.')
    expect(expected('unreadable', multiple)).toBe('A number like 2,5.')
  })
})
