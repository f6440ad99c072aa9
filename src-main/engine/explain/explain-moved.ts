import type { Explanation, ExplanationStep } from '#shared/explanation.ts'
import { LEDGER_NAMES } from '#shared/ledger-names.ts'
import { LedgerAccount, type LedgerEntry } from '#shared/ledger.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { MovedReference } from '#shared/reference.ts'
import { creditsText, moneyText, toMicros } from '../exact/amount.ts'
import { LongSum } from '../exact/long-sum.ts'
import { isMeant } from '../ledger/is-meant.ts'
import { GROUP_PARTS, type PartsOf } from '../ledger/ledger-groups.ts'
import { type ExplainedRun, missing, sumStep } from './explained-run.ts'
import { LEDGER_RULES } from './ledger-rules.ts'

const RULE =
  'Every entry leaves one account of the ledger and enters another. Here each counts once, with what it moved.'

/** So many entries are told one by one; more, by the accounts that they leave and enter. */
const MOST_ENTRIES = 40

/** An entry by what it adds to the figure, and its number. */
interface Moved {
  readonly entry: LedgerEntry
  readonly number: number
  readonly amount: number
}

/** What entries of the ledger moved in all, or what one account, period or reference has of it. Refused where none is meant. */
export function explainMoved(run: ExplainedRun, { unit, filter, of }: MovedReference): Result<Explanation> {
  const partsOf: PartsOf =
    of === undefined
      ? ({ amount }) => [{ key: '', amount: toMicros(amount) }]
      : GROUP_PARTS[of.by](run.periods)
  const key = of?.key ?? ''
  const moved = run.ledger.flatMap((entry, place): readonly Moved[] => {
    // It is told of every entry, of those as well that are not meant.
    const parts = partsOf(entry)
    if (entry.unit !== unit || !isMeant(entry, filter)) return []
    return parts
      .filter((part) => part.key === key)
      .map(({ amount }) => ({ entry, number: place + 1, amount }))
  })
  if (moved.length === 0) return missing('movement')
  const sum = new LongSum()
  for (const { amount } of moved) sum.add(amount)
  return succeed({
    title: titleOf(unit, of),
    rule: ruleOf(of),
    steps: [
      ...(moved.length > MOST_ENTRIES ? byAccounts(moved) : moved.map(stepOf)),
      sumStep({ text: of?.by === 'account' ? 'In less out' : 'Moved in all', amount: sum[unit], unit }),
    ],
    grants: unit === 'credits' ? moved.map(({ entry }) => entry) : [],
    usage: [],
    sources: [],
  })
}

function titleOf(unit: LedgerEntry['unit'], of: MovedReference['of']): string {
  const what = unit === 'credits' ? 'Credits' : 'Money'
  switch (of?.by) {
    case undefined:
      return `${what} moved`
    case 'account':
      return `${what}: ${nameOf(of.key)}`
    case 'period':
      return `${what} moved in period ${of.key}`
    case 'reference':
      return `${what} moved by ${of.key}`
  }
}

const ruleOf = (of: MovedReference['of']): string => {
  const account = of?.by === 'account' ? accountNamed(of.key) : undefined
  return account === undefined
    ? RULE
    : `${LEDGER_RULES[account]} What enters the account counts up, what leaves it counts down.`
}

const accountNamed = (key: string): LedgerAccount | undefined =>
  LedgerAccount.options.find((account) => account === key)

const nameOf = (key: string): string => {
  const account = accountNamed(key)
  return account === undefined ? key : LEDGER_NAMES[account]
}

const wayOf = ({ from, to }: LedgerEntry): string => `${LEDGER_NAMES[from]} → ${LEDGER_NAMES[to]}`

const stepOf = ({ entry, number, amount }: Moved): ExplanationStep => ({
  text: `${entry.reference}: ${wayOf(entry)}, ${entry.at.slice(0, 10)}`,
  amount: textOf(amount, entry.unit),
  unit: entry.unit,
  leadsTo: { kind: 'entry', entry: number },
})

/** Sums of what went the same way, in the order in which it first did. */
function byAccounts(moved: readonly Moved[]): readonly ExplanationStep[] {
  const ways = new Map<string, { readonly sum: LongSum; readonly unit: LedgerEntry['unit']; count: number }>()
  for (const { entry, amount } of moved) {
    const way = ways.get(wayOf(entry)) ?? { sum: new LongSum(), unit: entry.unit, count: 0 }
    ways.set(wayOf(entry), way)
    way.sum.add(amount)
    way.count += 1
  }
  return [...ways].map(([way, { sum, unit, count }]) => ({
    text: `${way}, ${count} ${count === 1 ? 'entry' : 'entries'}`,
    amount: sum[unit],
    unit,
  }))
}

const textOf = (amount: number, unit: LedgerEntry['unit']): string =>
  unit === 'credits' ? creditsText(amount) : moneyText(amount)
