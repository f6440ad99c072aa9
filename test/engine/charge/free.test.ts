import { describe, expect, test } from 'vitest'
import { creditsText, moneyText, toMicros } from '#main/engine/exact/amount.ts'
import type { Charge, Free } from '#shared/charge.ts'
import type { SomePolicies } from '#shared/policies.ts'
import { chargeIn } from '../support/charge.ts'

const units = (count: string): Free => ({ kind: 'quantity', units: count })
const offQuantity: SomePolicies = { freeUnits: 'quantity' }
const offAmount: SomePolicies = { freeUnits: 'amount' }

const tiers = [
  { upTo: '100', rate: { amount: '1', per: '1' }, flatFee: '10' },
  { upTo: null, rate: { amount: '0.50', per: '1' } },
]

const prices = (charge: Charge, policies: SomePolicies, quantities: readonly string[]) => {
  const compiled = chargeIn('USD', charge, policies)
  return quantities.map((quantity) => moneyText(compiled.price(toMicros(quantity))))
}

describe('free units come off the quantity, so that tiers count from the first paid unit', () => {
  const charge: Charge = { model: 'graduated', tiers, free: units('50') }

  test('graduated', () => {
    // 51: 1 × 1.00 + fee; 150: 100 × 1.00 + fee; 151: the second tier starts
    expect(prices(charge, offQuantity, ['0', '50', '51', '150', '151', '250'])).toEqual([
      '0.00',
      '0.00',
      '11.00',
      '110.00',
      '110.50',
      '160.00',
    ])
  })

  test('a limit serves the free units and what it pays for', () => {
    const compiled = chargeIn('USD', charge, offQuantity)
    expect(creditsText(compiled.within(0))).toBe('50')
    expect(creditsText(compiled.within(toMicros('20')))).toBe('60')
  })

  test('breaks move with them', () => {
    expect(chargeIn('USD', charge, offQuantity).breaks(toMicros('999')).map(creditsText)).toEqual([
      '50',
      '150',
    ])
  })

  test('blocks start after them', () => {
    const blocks: Charge = { model: 'package', amount: '2', size: '1000', free: units('100') }
    expect(prices(blocks, { packageRates: 'startedBlocks' }, ['100', '101', '1100', '1101'])).toEqual([
      '0.00',
      '2.00',
      '2.00',
      '4.00',
    ])
  })

  test('the working shows them', () => {
    const working = chargeIn('USD', charge, offQuantity).working(toMicros('60'))
    expect(working).toEqual([
      { quantity: toMicros('50'), rate: 'free', amount: 0 },
      { quantity: toMicros('10'), rate: '1 per 1', amount: 10_000_000 },
      { quantity: 0, rate: 'flat fee 10', amount: 10_000_000 },
    ])
  })

  test('a fee that is due without usage is due on free usage too', () => {
    const always: SomePolicies = { freeUnits: 'quantity', flatFeeAtZero: 'charged' }
    expect(prices(charge, always, ['0', '50', '51'])).toEqual(['10.00', '10.00', '11.00'])
  })
})

describe('free units come off the amount, so that they use up the first tiers', () => {
  const charge: Charge = { model: 'graduated', tiers, free: units('50') }

  test('graduated', () => {
    // The first 50 would have cost 60.00. 51: 61 − 60; 100: 110 − 60; 150: 135 − 60
    expect(prices(charge, offAmount, ['0', '50', '51', '100', '150', '250'])).toEqual([
      '0.00',
      '0.00',
      '1.00',
      '50.00',
      '75.00',
      '125.00',
    ])
  })

  test('blocks start with the first unit', () => {
    const blocks: Charge = { model: 'package', amount: '2', size: '1000', free: units('100') }
    const policies: SomePolicies = { packageRates: 'startedBlocks', freeUnits: 'amount' }
    expect(prices(blocks, policies, ['100', '101', '1000', '1001'])).toEqual(['0.00', '0.00', '0.00', '2.00'])
  })

  test('volume never pays less than nothing where the cheaper tier starts', () => {
    const volume: Charge = { model: 'volume', tiers, free: units('100') }
    // 100 would have cost 110.00; 101 costs 50.50, 219 costs 109.50, 221 costs 110.50
    expect(prices(volume, offAmount, ['100', '101', '219', '221'])).toEqual(['0.00', '0.00', '0.00', '0.50'])
  })

  test('the working takes their worth off', () => {
    const working = chargeIn('USD', charge, offAmount).working(toMicros('60'))
    expect(working.map((step) => `${step.rate}: ${moneyText(step.amount)}`)).toEqual([
      '1 per 1: 60.00',
      'flat fee 10: 10.00',
      '50 free: -60.00',
    ])
  })
})

describe('an amount is free', () => {
  const free: Free = { kind: 'amount', amount: '5' }

  test('the first money of each period is not charged', () => {
    const charge: Charge = { model: 'perUnit', rate: { amount: '0.24', per: '1000' }, free }
    expect(prices(charge, {}, ['0', '20000', '20833', '20834', '25000'])).toEqual([
      '0.00',
      '0.00',
      '0.00',
      '0.00',
      '1.00',
    ])
    const compiled = chargeIn('USD', charge)
    expect(creditsText(compiled.within(0))).toBe('20833.333333')
    expect(compiled.breaks(toMicros('99999')).map(creditsText)).toEqual(['20833.333333'])
  })

  test('the line is rounded once, after the free amount', () => {
    // 20,855 × 0.24 ÷ 1,000 − 5 = 0.0052, not 5.01 − 5
    const charge: Charge = { model: 'perUnit', rate: { amount: '0.24', per: '1000' }, free }
    expect(prices(charge, {}, ['20855', '20850'])).toEqual(['0.01', '0.00'])
  })

  test('volume may become free again where a cheaper tier starts', () => {
    const charge: Charge = { model: 'volume', tiers, free: { kind: 'amount', amount: '60' } }
    // 100: 110 − 60; 101: 50.50 is all free; 130: 65 − 60
    expect(prices(charge, {}, ['50', '51', '100', '101', '120', '130'])).toEqual([
      '0.00',
      '1.00',
      '50.00',
      '0.00',
      '0.00',
      '5.00',
    ])
    expect(chargeIn('USD', charge).breaks(toMicros('999')).map(creditsText)).toEqual(['50', '100', '120'])
  })

  test('blocks', () => {
    const blocks: Charge = { model: 'package', amount: '2', size: '1000', free }
    expect(prices(blocks, { packageRates: 'startedBlocks' }, ['2000', '2001', '3001'])).toEqual([
      '0.00',
      '1.00',
      '3.00',
    ])
  })
})
