import { describe, expect, test } from 'vitest'
import { differencesFrom } from '#main/hosts/cli/expectation.ts'

const RESULT = {
  total: '94.00',
  discount: '-0.50',
  number: '0001',
  count: 2,
  wallet: null,
  lines: [
    { kind: 'subscription', amount: '22.00' },
    { kind: 'overage', amount: '72.00' },
  ],
  refusals: [],
}

describe('as expected is', () => {
  test.each([
    ['nothing in particular', {}],
    ['some keys of an object', { total: '94.00', count: 2, wallet: null }],
    ['a decimal of the same value', { total: '94', discount: '-0.5' }],
    ['a list with some keys of each item', { lines: [{ amount: '22' }, { kind: 'overage' }] }],
    ['some items by their positions', { lines: { '1': { amount: '72.00' }, '-2': { amount: '22.00' } } }],
    ['how many items there are', { lines: { length: 2 } }],
    ['an empty list', { refusals: [] }],
  ])('%s', (_, expected) => {
    expect(differencesFrom(expected, RESULT)).toEqual([])
  })
})

describe('told as a difference is', () => {
  test.each([
    ['another amount', { total: '94.000001' }, 'total', '"94.000001"', '"94.00"'],
    ['the same amount with another sign', { discount: '0.50' }, 'discount', '"0.50"', '"-0.50"'],
    ['a number where a decimal is', { total: 94 }, 'total', '94', '"94.00"'],
    ['a text that only looks like a number', { number: '1' }, 'number', '"1"', '"0001"'],
    ['a key that is not there', { totl: '94.00' }, 'totl', '"94.00"', 'nothing'],
    ['a key that every object inherits', { toString: 'x' }, 'toString', '"x"', 'nothing'],
    ['null where there is something', { total: null }, 'total', 'null', '"94.00"'],
    ['something where there is null', { wallet: { opening: '0' } }, 'wallet', '{"opening":"0"}', 'null'],
    ['a longer list', { refusals: [{ code: 'x' }] }, 'refusals.length', '1', '0'],
    ['an item of a list', { lines: [{}, { amount: '71' }] }, 'lines.1.amount', '"71"', '"72.00"'],
    [
      'an item by its position from the end',
      { lines: { '-1': { kind: 'x' } } },
      'lines.-1.kind',
      '"x"',
      '"overage"',
    ],
    ['a position that is not there', { lines: { '2': {} } }, 'lines.2', '{}', 'nothing'],
    ['a list where there is none', { total: [] }, 'total', '[]', '"94.00"'],
  ])('%s', (_, expected, path, wanted, got) => {
    expect(differencesFrom(expected, RESULT)).toEqual([{ path, expected: wanted, got }])
  })

  test('a list that is too short, however alike its items are: nothing that is billed goes unseen', () => {
    expect(differencesFrom({ lines: [{ amount: '22.00' }] }, RESULT)).toEqual([
      { path: 'lines.length', expected: '1', got: '2' },
    ])
    expect(differencesFrom({ lines: [] }, RESULT)).toEqual([
      { path: 'lines.length', expected: '0', got: '2' },
    ])
  })

  test('each of several', () => {
    const paths = differencesFrom({ total: '1', lines: [{ amount: '2' }] }, RESULT).map(({ path }) => path)
    expect(paths).toEqual(['total', 'lines.length', 'lines.0.amount'])
  })

  test('a long value by its beginning', () => {
    const [difference] = differencesFrom({ total: 'x'.repeat(1000) }, RESULT)
    expect(difference?.expected).toBe(`"${'x'.repeat(199)}…`)
  })
})
