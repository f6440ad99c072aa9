import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCharge } from '#main/engine/charge/registry.ts'
import { minus, plus, type Rational } from '#main/engine/exact/rational.ts'
import { Charge } from '#shared/charge.ts'
import type { Policies } from '#shared/policies.ts'
import { anyCharge, anyPolicies, anyQuantity } from './support/arbitrary-charge.ts'
import { plainCharge, SCALE } from './support/plain-charge.ts'

const CENT = 10_000
const RUNS = { numRuns: 3000 }

const law = (hold: (charge: Charge, policies: Policies, quantity: number, other: number) => void) => () =>
  fc.assert(
    fc.property(anyCharge, anyPolicies, anyQuantity, anyQuantity, (...any) => void hold(...any)),
    RUNS,
  )

const compare = (a: Rational, b: Rational): number => Number(minus(a, b).numerator)

describe('every charge, on every setting', () => {
  test(
    'is accepted as a catalogue would write it',
    law((charge) => expect(Charge.parse(charge)).toEqual(charge)),
  )

  test(
    'costs what its words say',
    law((charge, policies, quantity) => {
      const { numerator, denominator } = compileCharge(charge, CENT, policies).exact(quantity)
      const plain = plainCharge(charge, BigInt(quantity), policies)
      const difference = (numerator * SCALE) / denominator - plain
      // The plain rules round down once for each tier.
      expect(difference >= -9n && difference <= 9n).toBe(true)
    }),
  )

  test(
    'rounds once, half up, to the cent',
    law((charge, policies, quantity) => {
      const compiled = compileCharge(charge, CENT, policies)
      const { numerator, denominator } = compiled.exact(quantity)
      const cents = (numerator * 2n + denominator * BigInt(CENT)) / (2n * denominator * BigInt(CENT))
      expect(BigInt(compiled.price(quantity))).toBe(cents * BigInt(CENT))
    }),
  )

  test(
    'has a working that sums to the unrounded cost, each step kept to the micro',
    law((charge, policies, quantity) => {
      const compiled = compileCharge(charge, CENT, policies)
      const steps = compiled.working(quantity)
      const sum = steps.reduce((total, step) => total + step.amount, 0)
      const { numerator, denominator } = compiled.exact(quantity)
      const twice = (BigInt(sum) * denominator - numerator) * 2n
      const most = denominator * BigInt(steps.length)
      expect(twice >= -most && twice <= most).toBe(true)
    }),
  )

  test(
    'never falls as the quantity rises, but for volume',
    law((charge, policies, one, other) => {
      if (charge.model === 'volume') return
      const compiled = compileCharge(charge, CENT, policies)
      const [less, more] = [Math.min(one, other), Math.max(one, other)]
      expect(compare(compiled.exact(more), compiled.exact(less))).toBeGreaterThanOrEqual(0)
    }),
  )

  test(
    'serves within a limit as much as never passes it on the way, and no more',
    law((charge, policies, quantity, limit) => {
      const compiled = compileCharge(charge, CENT, policies)
      const most: Rational = { numerator: BigInt(limit), denominator: 1n }
      const served = compiled.within(limit)
      expect(compiled.within(limit)).toBe(served)
      const isOver = (units: number) => compare(compiled.exact(units), most) > 0
      const edges = compiled.breaks(10 ** 11).flatMap((edge) => [edge, edge + 1])
      const onTheWay = [quantity, served, ...edges].filter(
        (units) => units <= served && Number.isFinite(units),
      )
      const isOverAtOnce = isOver(0)
      expect(isOverAtOnce ? served : onTheWay.filter(isOver)).toEqual(isOverAtOnce ? 0 : [])
      expect(served > Number.MAX_SAFE_INTEGER || isOver(served + 1)).toBe(true)
    }),
  )

  test(
    'runs in a straight line between its breaks, unless it is sold in blocks',
    law((charge, policies, low, width) => {
      const compiled = compileCharge(charge, CENT, policies)
      const start = low + 1
      const end = Math.min(start + 2 * width, ...compiled.breaks(10 ** 15).filter((edge) => edge >= start))
      if (compiled.packagesFrom(start) !== null) return
      const middle = start + Math.floor((end - start) / 2)
      const last = 2 * middle - start
      const ends = plus(compiled.exact(start), compiled.exact(last))
      expect(compare(ends, plus(compiled.exact(middle), compiled.exact(middle)))).toBe(0)
    }),
  )

  test(
    'in blocks, costs the same throughout each one and more in the next',
    law((charge, policies, low) => {
      const compiled = compileCharge(charge, CENT, policies)
      const blocks = compiled.packagesFrom(low + 1)
      if (blocks === null) return
      expect(compare(compiled.exact(blocks.edge), compiled.exact(low + 1))).toBe(0)
      const next = compiled.exact(blocks.edge + 1)
      expect(compare(next, compiled.exact(blocks.edge))).toBeGreaterThanOrEqual(0)
      expect(compiled.packagesFrom(blocks.edge + 1)).toEqual({
        edge: blocks.edge + blocks.size,
        size: blocks.size,
      })
    }),
  )

  test(
    'a linear package is the same as per unit',
    law((charge, policies, quantity) => {
      if (charge.model !== 'package') return
      const { amount, size: per, free } = charge
      const perUnit: Charge = { model: 'perUnit', rate: { amount, per }, ...(free && { free }) }
      const linear = compileCharge(charge, CENT, { ...policies, packageRates: 'linear' })
      const same = compileCharge(perUnit, CENT, policies)
      expect(linear.exact(quantity)).toEqual(same.exact(quantity))
      expect(linear.price(quantity)).toBe(same.price(quantity))
      expect(linear.working(quantity)).toEqual(same.working(quantity))
    }),
  )
})
