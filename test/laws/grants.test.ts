import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '#main/engine/index.ts'
import { creditsText, moneyText } from '#main/engine/exact/amount.ts'
import { instantText, parseInstant } from '#main/engine/calendar/civil.ts'
import { compileCatalog } from '#main/engine/plan/compile-plan.ts'
import { termsOfScenario } from '#main/engine/simulate/terms-of-scenario.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import { at, valueOf } from '../engine/support/build.ts'
import { anyFundedAccount } from './support/arbitrary-funds.ts'
import { micros, sumOf } from './support/sums.ts'

const RUNS = { numRuns: 1500 }
const account = anyFundedAccount(false)

test('credits of every grant are conserved, and grants sum to the totals', () => {
  fc.assert(
    fc.property(account, ({ catalog, scenario }) => {
      const { grants, totals, periods } = valueOf(run(catalog, scenario))
      for (const grant of grants) {
        expect(micros(grant.grantedCredits)).toBe(
          sumOf([
            grant.usedCredits,
            grant.repaidCredits,
            grant.expiredCredits,
            grant.forfeitedCredits,
            grant.carriedCredits,
            grant.remainingCredits,
          ]),
        )
        expect(micros(grant.remainingCredits) >= 0n).toBe(true)
      }
      expect(sumOf(grants.map((grant) => grant.usedCredits))).toBe(micros(totals.poolCredits))
      expect(sumOf(grants.map((grant) => grant.expiredCredits))).toBe(micros(totals.expiredCredits))
      expect(sumOf(grants.map((grant) => grant.remainingCredits))).toBe(micros(totals.remainingCredits))
      let carried = '0'
      for (const period of periods) {
        expect(period.openingCredits).toBe(carried)
        expect(sumOf([period.openingCredits, period.grantedCredits])).toBe(
          sumOf([
            period.poolCredits,
            period.expiredCredits,
            period.forfeitedCredits,
            period.repaidCredits,
            period.closingCredits,
          ]),
        )
        carried = period.closingCredits
      }
    }),
    RUNS,
  )
})

test('the order in which grants are written says nothing', () => {
  const shuffled = account.chain(({ catalog, scenario }) =>
    fc
      .shuffledSubarray(scenario.grants, { minLength: scenario.grants.length })
      .map((grants) => ({ catalog, scenario, grants })),
  )
  fc.assert(
    fc.property(shuffled, ({ catalog, scenario, grants }) => {
      expect(run(catalog, { ...scenario, grants })).toEqual(run(catalog, scenario))
    }),
    RUNS,
  )
})

test('no credit of a grant moves before its start, nor at or after its expiry', () => {
  let used = 0
  fc.assert(
    fc.property(account, ({ catalog, scenario }) => {
      const { grants, ledger } = valueOf(run(catalog, scenario))
      for (const grant of grants.filter(({ name }) => name !== null)) {
        const moves = ledger.filter(({ reference }) => reference === grant.grant)
        for (const move of moves) {
          expect(move.at >= grant.start).toBe(true)
          if (grant.expires === null || move.to === 'credits.expired') continue
          const isReset = move.to === 'credits.forfeited' || move.from === 'credits.issued'
          expect(move.at < grant.expires || (isReset && move.at === grant.expires)).toBe(true)
        }
        used += moves.filter(({ to }) => to === 'credits.used').length
      }
      for (const { id, start } of scenario.grants)
        expect(grants.filter(({ name }) => name === id).map((grant) => grant.start)).toEqual([
          instantText(parseInstant(start)),
        ])
    }),
    RUNS,
  )
  // a law about credits nobody uses would prove nothing
  expect(used).toBeGreaterThan(1000)
})

test('a run nobody writes down comes to the same', () => {
  fc.assert(
    fc.property(account, ({ catalog, scenario }) => {
      const ladder = compileCatalog(catalog, scenario.policies)
      const lean = simulate(termsOfScenario(catalog, scenario, ladder, at(ladder, 0)))
      expect(valueOf(run(catalog, scenario)).totals).toMatchObject({
        subscription: moneyText(lean.subscription),
        packs: moneyText(lean.packs),
        overage: moneyText(lean.overage),
        grantedCredits: creditsText(lean.grantedCredits),
        poolCredits: creditsText(lean.pooledCredits),
        blockedCredits: creditsText(lean.blockedCredits),
        expiredCredits: creditsText(lean.expiredCredits),
        forfeitedCredits: creditsText(lean.forfeitedCredits),
        remainingCredits: creditsText(lean.remainingCredits),
      })
    }),
    RUNS,
  )
})
