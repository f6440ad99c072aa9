import { afterEach, describe, expect, it } from 'vitest'
import { setNumberFormat } from '#renderer/format/figures.ts'
import { atDecimal, decimalRoom } from '#renderer/tables/decimal-room.ts'

describe('the decimals of a column', () => {
  afterEach(() => setNumberFormat('comma'))

  it('are as wide as the longest among them, with their sign', () => {
    // ".16129" are six signs.
    expect(decimalRoom(['6,000,000', '645.16129', '990.00'])).toBe(6)
  })

  it('need no room of their own where all are equally many', () => {
    expect(decimalRoom(['990.00', '1.25'])).toBe(0)
    expect(decimalRoom(['6,000,000', '12'])).toBe(0)
    expect(decimalRoom([])).toBe(0)
  })

  it('begin at the decimal sign of the person, not at thousands', () => {
    expect(atDecimal('1,234.50')).toEqual({ whole: '1,234', rest: '.50' })
    setNumberFormat('point')
    expect(atDecimal('1.234,50')).toEqual({ whole: '1.234', rest: ',50' })
    expect(atDecimal('1.234')).toEqual({ whole: '1.234', rest: '' })
  })
})
