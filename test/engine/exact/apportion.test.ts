import { describe, expect, test } from 'vitest'
import { apportion } from '#main/engine/exact/apportion.ts'

const thirds = (numerator: number) => ({ numerator: BigInt(numerator), denominator: 3n })
const halves = (numerator: number) => ({ numerator: BigInt(numerator), denominator: 2n })

describe('exact amounts rounded so that the parts sum to the rounded sum', () => {
  test('the largest remainder takes what is left', () => {
    // 1/3 + 2/3 = 1
    expect(apportion([thirds(1), thirds(2)], 1)).toEqual([0, 1])
    // 1 1/3 + 1 1/3 + 1 1/3 = 4: all alike, the first
    expect(apportion([thirds(4), thirds(4), thirds(4)], 1)).toEqual([2, 1, 1])
  })

  test('halves of the sum go away from zero', () => {
    expect(apportion([halves(1)], 1)).toEqual([1])
    expect(apportion([halves(-1)], 1)).toEqual([-1])
    expect(apportion([halves(1), halves(2)], 1)).toEqual([1, 1])
  })

  test('credits among them', () => {
    // 5/3 − 2/3 = 1: down to 1 and −1, and one is left; the remainders are 2/3 and 1/3
    expect(apportion([thirds(5), thirds(-2)], 1)).toEqual([2, -1])
  })

  test('whole parts stay, and a part of nothing is nothing', () => {
    expect(apportion([thirds(9), thirds(0), thirds(1)], 1)).toEqual([3, 0, 0])
    expect(apportion([], 1)).toEqual([])
  })

  test('in units of a cent', () => {
    expect(apportion([thirds(50_000), thirds(40_000)], 10_000)).toEqual([20_000, 10_000])
  })
})
