import { MICROS } from '#main/engine/exact/amount.ts'
import { simulate } from '#main/engine/simulate/simulate.ts'
import { plainBilling } from '../laws/support/plain-billing.ts'
import { type BenchAccount, benchAccounts, expectSameBills, MONTHS } from './accounts.ts'
import { medianMs } from './measure.ts'
import { measured, type Row } from './row.ts'

const UNIT = 'account-months/s'
const TARGET = { atLeast: 3_000_000 }

/** The lean run on one core, between the least a calculator can do and the same rules written plainly. */
export function leanRows(): readonly Row[] {
  const accounts = benchAccounts()
  expectSameBills(accounts)
  const perSecond = (name: string, billOne: (account: BenchAccount) => void) =>
    (accounts.length * MONTHS * 1000) / medianMs(name, () => accounts.forEach(billOne))
  const lean = perSecond('lean', ({ terms }) => simulate(terms))
  const plain = perSecond('plain', ({ plan, bigUsage }) => plainBilling(plan, bigUsage, true))
  const single = perSecond('single', singlePrice)
  return [
    measured('lean run: every policy, usage varying', UNIT, lean, TARGET),
    measured('  the same rules in plain BigInt', UNIT, plain),
    measured('  one price, one multiplication (no credits kept)', UNIT, single),
  ]
}

/** A pricing page's calculator: no rollover, no tiers, doubles. Its answers are not the engine's. */
function singlePrice({ terms, credits }: BenchAccount): number {
  const { quota, monthlyPrice } = terms.plan
  let total = 0
  for (const usage of credits) {
    const beyond = usage - quota
    total += monthlyPrice / MICROS + (beyond > 0 ? Math.round(beyond * 0.00024 * 100) / 100 / MICROS : 0)
  }
  return total
}
