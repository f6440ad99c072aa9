import { simulate } from '#main/engine/simulate/simulate.ts'
import { Simulator } from '#main/engine/simulate/simulator.ts'
import { plainBilling } from '../laws/support/plain-billing.ts'
import { type BenchAccount, benchAccounts, expectSameBills, MONTHS } from './accounts.ts'
import { billByHand } from './hand-loop.ts'
import { percentile } from './measure.ts'
import { measured, type Row } from './row.ts'

const UNIT = 'account-months/s'
const TARGET = { atLeast: 12_000_000 }
const ROUNDS = 21
/** A round of each lasts about as long, whatever is measured. */
const ROUND_MICROS = 60_000

/**
 * The lean run on one core, between a loop written by hand and the same rules written plainly. They take turns and are
 * measured in time of the processor, so that a machine with other things to do slows all of them alike.
 */
export function leanRows(): readonly Row[] {
  const accounts = benchAccounts()
  expectSameBills(accounts)
  const simulator = new Simulator()
  const [hand, lean, single, plain] = speedsOf(accounts, [
    ({ handPlan, credits }) => billByHand(handPlan, credits),
    ({ terms }) => simulator.bill(terms),
    ({ terms }) => simulate(terms),
    ({ plan, bigUsage }) => plainBilling(plan, bigUsage, true),
  ])
  if (hand === undefined || lean === undefined || single === undefined || plain === undefined)
    throw new Error('Not everything was measured.')
  return [
    measured('lean run: every policy, usage varying', UNIT, lean, TARGET),
    measured('  each account by itself', UNIT, single),
    measured('  floor: the same rules in a loop by hand', UNIT, hand),
    measured('  floor ÷ lean run', 'times', hand / lean),
    measured('  the same rules in plain BigInt', UNIT, plain),
    measured(
      '  memory a lean run leaves to be collected',
      'bytes/account-month',
      bytesOf(simulator, accounts),
    ),
  ]
}

type BillOne = (account: BenchAccount) => unknown

/** Account-months a second of each way to bill, as the median of rounds in which they take turns. */
function speedsOf(accounts: readonly BenchAccount[], ways: readonly BillOne[]): readonly number[] {
  const all = ways.map((billOne) => () => accounts.forEach(billOne))
  const repeats = all.map((billAll) => {
    microsOf(billAll, 20)
    return Math.max(1, Math.round(ROUND_MICROS / microsOf(billAll, 5)))
  })
  const times = all.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [way, billAll] of all.entries()) times[way]?.push(microsOf(billAll, repeats[way] ?? 1))
  return times.map((each) => (accounts.length * MONTHS * 1_000_000) / percentile(each, 0.5))
}

/** Processor time of one call. */
function microsOf(work: () => void, repeats: number): number {
  const before = process.cpuUsage()
  for (let done = 0; done < repeats; done += 1) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / repeats
}

/** The median of some rounds: one in which memory was collected says nothing. */
function bytesOf(simulator: Simulator, accounts: readonly BenchAccount[]): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.memoryUsage().heapUsed
    for (const { terms } of accounts) simulator.bill(terms)
    return process.memoryUsage().heapUsed - before
  })
  return percentile(rounds, 0.5) / (accounts.length * MONTHS)
}
