import { describe, expect, test } from 'vitest'
import { readQuantity } from '#main/hosts/cli/quantity.ts'
import { succeed } from '#shared/problem.ts'

describe('a quantity is read exactly as it is written', () => {
  test.each([
    ['400000', '400000'],
    ['400_000', '400000'],
    ['1_400_000.5', '1400000.5'],
    ['400k', '400000'],
    ['400K', '400000'],
    ['1.4M', '1400000'],
    ['0.0000015M', '1.5'],
    ['0.0015k', '1.5'],
    ['0.1k', '100'],
    ['1.50', '1.5'],
    ['0', '0'],
    ['0k', '0'],
    ['007', '7'],
  ])('%s is %s', (text, decimal) => {
    expect(readQuantity(text, '--usage', 'usage')).toEqual(succeed(decimal))
  })

  // More decimals than an amount has are for the amount's own schema to refuse.
  test('none of its decimals is lost', () => {
    expect(readQuantity('1.2345678901k', '--usage', 'usage')).toEqual(succeed('1234.5678901'))
  })

  test.each(['', '-1', '1e6', '1,000', '1__0', '1_', '_1', 'k', '1.k', '1kk', '1m', '1 k', 'Infinity'])(
    '"%s" is no quantity',
    (text) => {
      expect(readQuantity(text, '--usage', 'usage')).toMatchObject({
        ok: false,
        problems: [{ path: 'usage' }],
      })
    },
  )
})
