import { describe, expect, it } from 'vitest'
import { type AxisWords, creditAxis, moneyAxis } from '#renderer/charts/axis-words.ts'
import { niceTicks } from '#renderer/charts/nice.ts'

const written = (axis: AxisWords, ticks: readonly number[]): readonly string[] => ticks.map(axis(ticks))

describe('the figures of an axis', () => {
  it.each([
    [
      'as they are while they are short',
      [0, 2_000, 4_000, 6_000, 8_000],
      ['0', '2,000', '4,000', '6,000', '8,000'],
    ],
    ['in thousands from ten thousand on', [0, 5_000, 10_000], ['0', '5K', '10K']],
    ['in millions where the last one is', [0, 500_000, 1_000_000], ['0', '0.5M', '1.0M']],
    ['with the decimals that the finest needs', [0, 250_000, 1_000_000], ['0', '0.25M', '1.00M']],
    ['below zero with a true minus', [-1_000_000, 0, 2_000_000], ['−1M', '0', '2M']],
    ['in thousands of millions', [0, 2e9], ['0', '2B']],
  ])('stand in one unit: credits %s', (_how, ticks, words) => {
    expect(written(creditAxis, ticks)).toEqual(words)
  })

  it.each([
    ['without cents where all are whole', [0, 50, 100], ['$0', '$50', '$100']],
    ['with cents where one has some', [0, 0.5, 1], ['$0.00', '$0.50', '$1.00']],
    ['in thousands from ten thousand on', [-5_000, 0, 5_000, 10_000], ['−$5K', '$0', '$5K', '$10K']],
  ])('stand in one unit: money %s', (_how, ticks, words) => {
    expect(written(moneyAxis('USD'), ticks)).toEqual(words)
  })

  // In doubles the third of three steps of 0.2 is 0.6000000000000001.
  it('have no decimals of the machine', () => {
    const { ticks } = niceTicks(1, 5)
    expect(written(moneyAxis('USD'), ticks)).toEqual(['$0.00', '$0.20', '$0.40', '$0.60', '$0.80', '$1.00'])
  })

  it('are those of the currency', () => {
    expect(written(moneyAxis('JPY'), [0, 10_000, 20_000])).toEqual(['¥0', '¥10K', '¥20K'])
  })
})
