import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareVariants, run } from '#main/engine/index.ts'
import { mixed } from '#main/engine/scenario/model-mix.ts'
import { Variant, type VariantCost } from '#shared/analysis.ts'
import type { UsageStream } from '#shared/usage.ts'
import { valueOf } from '../engine/support/build.ts'
import { type Account, anyAccount } from './support/arbitrary-account.ts'
import { anyFundedAccount } from './support/arbitrary-funds.ts'
import { anyInvoiced } from './support/arbitrary-invoicing.ts'
import { anyPastQuota } from './support/arbitrary-past-quota.ts'
import { anyWholeLife } from './support/arbitrary-whole-life.ts'
import { micros, sumOf } from './support/sums.ts'

/*
 * Variants of accounts under every rule there is: with people, lives of changes, prepaid money, discounts and taxes.
 */

const anyOfThem: fc.Arbitrary<Account> = fc.oneof(
  anyAccount(),
  anyWholeLife,
  anyPastQuota(),
  anyInvoiced(),
  anyFundedAccount(false),
)

/** Variants that are refused on some accounts, and billed on others. */
const SOME = [
  { name: 'as it is' },
  { name: 'more', usageFactor: '1.37' },
  { name: 'nothing', usageFactor: '0' },
  { name: 'seconds', policies: { prorationUnit: 'second' } },
  { name: 'offers', offers: true },
  { name: 'no changes', changes: [] },
  { name: 'opted in', overage: { optIn: true } },
  { name: 'yearly', billing: 'annual' },
].map((variant) => Variant.parse(variant))

type Billed = Extract<VariantCost, { kind: 'billed' }>

const billedOf = (rows: readonly VariantCost[]): readonly Billed[] =>
  rows.flatMap((row) => (row.kind === 'billed' ? [row] : []))

const some = { numRuns: 120 }

describe('variants of any account', () => {
  test('one that changes nothing costs what a run says', () => {
    fc.assert(
      fc.property(anyOfThem, ({ catalog, scenario }) => {
        const [row] = valueOf(compareVariants(catalog, scenario, SOME.slice(0, 1)))
        const { totals, periods, refusals } = valueOf(run(catalog, scenario))
        if (row?.kind !== 'billed') throw new Error('It can be run and not be billed.')
        expect(row.cost).toMatchObject({
          total: totals.total,
          subscription: totals.subscription,
          overage: totals.overage,
          blockedCredits: totals.blockedCredits,
          expiredCredits: totals.expiredCredits,
          forfeitedCredits: totals.forfeitedCredits,
          remainingCredits: totals.remainingCredits,
        })
        expect(row.refusals.slice(0, 10)).toEqual(refusals.slice(0, 10))
        const causes = new Map<string, bigint>()
        for (const { cause, credits } of periods.flatMap(({ blockedBecause }) => blockedBecause))
          causes.set(cause, (causes.get(cause) ?? 0n) + micros(credits))
        const blocked = row.lost.filter(({ kind }) => kind !== 'expired' && kind !== 'forfeited')
        expect(new Map(blocked.map(({ kind, credits }) => [kind, micros(credits)]))).toEqual(
          new Map([...causes].filter(([, credits]) => credits > 0n)),
        )
      }),
      some,
    )
  })

  test('kinds sum to totals, and their differences to the difference, whichever is the baseline', () => {
    fc.assert(
      fc.property(anyOfThem, fc.nat(SOME.length - 1), ({ catalog, scenario }, baseline) => {
        for (const row of billedOf(valueOf(compareVariants(catalog, scenario, SOME, { baseline })))) {
          expect(sumOf(row.byKind.map(({ amount }) => amount))).toBe(micros(row.cost.total))
          const { money, lost } = row.differences
          expect(sumOf(money.map(({ amount }) => amount))).toBe(micros(row.difference))
          expect(sumOf(money.map(({ share }) => share))).toBe(money.length === 0 ? 0n : 100_000_000n)
          expect(row.isBaseline && [...money, ...lost]).toEqual(row.isBaseline ? [] : false)
          const blocked = row.lost.filter(({ kind }) => kind !== 'expired' && kind !== 'forfeited')
          expect(sumOf(blocked.map(({ credits }) => credits))).toBe(micros(row.cost.blockedCredits))
        }
      }),
      some,
    )
  })

  test('their order changes nothing of what each costs and how it ranks', () => {
    fc.assert(
      fc.property(
        anyOfThem,
        fc.shuffledSubarray(SOME, { minLength: SOME.length }),
        ({ catalog, scenario }, shuffled) => {
          const told = (variants: readonly Variant[]) =>
            new Map(
              valueOf(compareVariants(catalog, scenario, variants, { baseline: 'as it is' })).map((row) => [
                row.name,
                row,
              ]),
            )
          expect(told(shuffled)).toEqual(told(SOME))
        },
      ),
      some,
    )
  })

  test('a factor of one, no moves, no seats and no added changes change nothing', () => {
    const nothing = { usageFactor: '1', modelMix: [], seats: [], addedChanges: [], policies: {} }
    fc.assert(
      fc.property(anyOfThem, ({ catalog, scenario }) => {
        const variants = [SOME[0], { name: 'as it is', ...nothing }].map((variant) => Variant.parse(variant))
        const [first, other] = billedOf(valueOf(compareVariants(catalog, scenario, variants)))
        expect({ ...other, isBaseline: true }).toEqual(first)
      }),
      some,
    )
  })

  test('the best rank is that of one than which none blocks less, nor costs less and blocks the same', () => {
    fc.assert(
      fc.property(anyOfThem, ({ catalog, scenario }) => {
        const rows = billedOf(valueOf(compareVariants(catalog, scenario, SOME)))
        const isBefore = (a: Billed, b: Billed) =>
          micros(a.cost.blockedCredits) < micros(b.cost.blockedCredits) ||
          (a.cost.blockedCredits === b.cost.blockedCredits && micros(a.cost.total) < micros(b.cost.total))
        for (const a of rows) for (const b of rows) expect(a.rank < b.rank).toBe(isBefore(a, b))
        expect(Math.min(...rows.map(({ rank }) => rank))).toBe(1)
      }),
      some,
    )
  })
})

describe('moves between models', () => {
  const anyStream = fc.record({
    product: fc.constantFrom('say', 'sing'),
    model: fc.constantFrom('fine', 'plain', 'quick'),
    micros: fc.nat(5_000_000),
  })
  const anyShares = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(100))

  test('keep what is used of each product, and take of a model what its share is', () => {
    fc.assert(
      fc.property(fc.array(anyStream, { maxLength: 5 }), anyShares, (drawn, [a, b, c]) => {
        const streams = drawn.map(({ micros: quantity, ...named }, index): UsageStream => ({
          ...named,
          id: String(index),
          monthly: String(quantity / 1_000_000),
          pattern: { kind: 'flat' },
        }))
        const move = (from: string, to: string, share: number) => ({
          product: 'say',
          from,
          to,
          share: String(share),
        })
        const moves = [move('fine', 'plain', a), move('fine', 'quick', b), move('plain', 'fine', c)]
        const { usage } = mixed({ usage: { kind: 'streams', streams }, usageEvents: [] }, moves)
        const after = usage.kind === 'streams' ? usage.streams : []
        const used = (list: readonly UsageStream[], product: string, model?: string) =>
          sumOf(
            list
              .filter((one) => one.product === product && (model === undefined || one.model === model))
              .map(({ monthly }) => monthly),
          )
        expect(used(after, 'say')).toBe(used(streams, 'say'))
        expect(used(after, 'sing', 'fine')).toBe(used(streams, 'sing', 'fine'))
        const [fine, plain] = [used(streams, 'say', 'fine'), used(streams, 'say', 'plain')]
        const hundredths = fine * BigInt(100 - a - b) + plain * BigInt(c)
        // Each stream is split into whole millionths
        const off = Number(100n * used(after, 'say', 'fine') - hundredths)
        expect(Math.abs(off)).toBeLessThanOrEqual(100 * streams.length)
        expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
      }),
    )
  })
})
