import { describe, expect, test } from 'vitest'
import { creditsText, moneyText, toMicros } from '#main/engine/exact/amount.ts'
import type { Charge } from '#shared/charge.ts'
import { chargeIn } from '../support/charge.ts'

/** 2.00 for every 1,000 units. */
const terms: Charge = { model: 'package', amount: '2', size: '1000' }
const blocks = chargeIn('USD', terms, { packageRates: 'startedBlocks' })
const linear = chargeIn('USD', terms)

describe('package: an amount for every block of units', () => {
  test.each([
    ['0', '0.00', '0.00'],
    ['0.000001', '2.00', '0.00'], //    the smallest part of a block is a block
    ['1', '2.00', '0.00'], //           0.002 rounds to nothing
    ['500', '2.00', '1.00'],
    ['1000', '2.00', '2.00'], //        a full block is one block
    ['1000.000001', '4.00', '2.00'],
    ['1001', '4.00', '2.00'], //        2.002
    ['2500', '6.00', '5.00'],
  ])('%s units cost %s in started blocks, %s linear', (quantity, inBlocks, inLine) => {
    expect(moneyText(blocks.price(toMicros(quantity)))).toBe(inBlocks)
    expect(moneyText(linear.price(toMicros(quantity)))).toBe(inLine)
  })

  test.each([
    ['0', '0', '0'],
    ['1.99', '0', '995'],
    ['2', '1000', '1000'],
    ['5', '2000', '2500'],
    ['6', '3000', '3000'],
  ])('a limit of %s serves %s units in started blocks, %s linear', (limit, inBlocks, inLine) => {
    expect(creditsText(blocks.within(toMicros(limit)))).toBe(inBlocks)
    expect(creditsText(linear.within(toMicros(limit)))).toBe(inLine)
  })

  test('the working counts the blocks', () => {
    const quantity = toMicros('2500')
    expect(blocks.working(quantity)).toEqual([{ quantity, rate: '3 blocks of 1000 at 2', amount: 6_000_000 }])
    expect(blocks.working(1)).toEqual([{ quantity: 1, rate: '1 block of 1000 at 2', amount: 2_000_000 }])
    expect(linear.working(quantity)).toEqual([{ quantity, rate: '2 per 1000', amount: 5_000_000 }])
    expect(blocks.working(0)).toEqual([])
  })

  test('every block edge is a break while there are few', () => {
    expect(blocks.breaks(toMicros('3000')).map(creditsText)).toEqual(['0', '1000', '2000'])
    expect(blocks.breaks(toMicros('3000.000001')).map(creditsText)).toEqual(['0', '1000', '2000', '3000'])
    expect(blocks.breaks(toMicros('1000000'))).toEqual([])
    expect(linear.breaks(toMicros('3000'))).toEqual([])
  })

  test('and all of them can be worked out', () => {
    const size = toMicros('1000')
    expect(blocks.packagesFrom(toMicros('1'))).toEqual({ edge: size, size })
    expect(blocks.packagesFrom(size)).toEqual({ edge: size, size })
    expect(blocks.packagesFrom(size + 1)).toEqual({ edge: 2 * size, size })
    expect(linear.packagesFrom(size)).toBeNull()
  })

  test('large quantities keep every digit', () => {
    // 9,007,199,254 units in blocks of 0.001: nine billion thousand blocks at 0.000001.
    const fine = chargeIn(
      'USD',
      { model: 'package', amount: '0.000001', size: '0.001' },
      { packageRates: 'startedBlocks' },
    )
    expect(moneyText(fine.price(toMicros('9007199254')))).toBe('9007199.25')
    expect(moneyText(fine.price(toMicros('9007199254.740991')))).toBe('9007199.25')
  })
})
