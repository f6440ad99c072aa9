import type { Explanation } from '#shared/explanation.ts'
import { LEDGER_NAMES } from '#shared/ledger-names.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { type ExplainedRun, missing, negative, usageOf } from './explained-run.ts'
import { LEDGER_RULES } from './ledger-rules.ts'
import { periodsOf } from '../ledger/period-of-entry.ts'

/** A movement of the ledger: what each of its two accounts is for, and what else happened to the same credits. */
export function explainEntry(run: ExplainedRun, number: number): Result<Explanation> {
  const entry = run.ledger[number - 1]
  if (entry === undefined) return missing('entry')
  const { unit, from, to, amount, reference, at } = entry
  const day = at.slice(0, 10)
  const periodOf = periodsOf(run.periods)
  const period = run.ledger.slice(0, number).map(periodOf).at(-1)
  const periods = run.periods.filter(({ index }) => index === period)
  return succeed({
    title: `${reference}, ${day}`,
    rule: `${LEDGER_RULES[from]} ${LEDGER_RULES[to]}`,
    steps: [
      { text: `From ${LEDGER_NAMES[from]}`, amount: negative(amount), unit },
      { text: `To ${LEDGER_NAMES[to]}`, amount, unit },
    ],
    grants: run.ledger.filter((other) => other.unit === 'credits' && other.reference === reference),
    usage: to === 'credits.used' ? usageOf(run, periods) : [],
    sources: [],
  })
}
