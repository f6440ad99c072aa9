import { againstTimes, isAtMost } from '#shared/micros.ts'
import type { PeriodCost, PeriodCosts } from '#shared/period-costs.ts'
import type { CostBasis } from '#shared/reference.ts'
import { dateIn, earlierFirst } from '#renderer/format/days.ts'
import { day, isZero, money, plural } from '#renderer/format/figures.ts'
import { costKindInSentence } from './cost-kinds.ts'
import { inSpan, spanNoun } from './span-in-words.ts'

export type { CostBasis }

type Kind = PeriodCost['billed']['kinds'][number]

const isNothing = (amount: string): boolean => isZero(amount.replace('-', ''))

/** When its credits ran out before it ended; null of one that they lasted for. */
export const ranOutIn = ({ ranOutAt, end }: PeriodCost): string | null =>
  ranOutAt !== null && earlierFirst(ranOutAt, end) < 0 ? ranOutAt : null

const amountOf = ({ kinds }: PeriodCost['billed'], kind: Kind['kind']): string =>
  kinds.find((known) => known.kind === kind)?.amount ?? '0'

const largest = (kinds: readonly Kind[]): Kind | undefined =>
  kinds.find(({ amount }) => kinds.every((other) => isAtMost(other.amount, amount)))

/** `$198.00 of $330.00 is overage`: what most of it is of what is more than before, or all of it. */
function madeOf(row: PeriodCost, before: PeriodCost, basis: CostBasis, currency: string): string {
  const { kinds, total } = row[basis]
  const grown = kinds.filter(({ kind, amount }) => !isAtMost(amount, amountOf(before[basis], kind)))
  const most = largest(grown)
  if (most === undefined || !isAtMost(most.amount, total) || most.amount === total)
    return `${money(total, currency)} after ${money(before[basis].total, currency)}`
  return `${money(most.amount, currency)} of ${money(total, currency)} is ${costKindInSentence(most.kind)}`
}

/** The first stretch that costs twice what the one before it does, or more. */
function doubling({ rows }: PeriodCosts, basis: CostBasis, currency: string): string | null {
  for (const [index, row] of rows.slice(1).entries()) {
    const before = rows[index]
    if (before === undefined || isAtMost(before[basis].total, '0')) continue
    // A shorter stretch costs less for no other reason.
    if (spanNoun([before, row]) !== 'month') continue
    const grown = againstTimes(row[basis].total, 2, before[basis].total)
    if (grown === 'less') continue
    const double = grown === 'same' ? 'double' : 'more than double'
    return `Costs ${double} ${inSpan(row, rows)}: ${madeOf(row, before, basis, currency)}`
  }
  return null
}

/** What they cost from the first to the last, where it goes one way only. */
function oneWay({ rows }: PeriodCosts, basis: CostBasis, currency: string): string | null {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return null
  const steps = rows
    .slice(1)
    .map((row, index) => [rows[index]?.[basis].total ?? '0', row[basis].total] as const)
  const never = (falls: boolean) =>
    steps.every(([before, after]) => (falls ? isAtMost(before, after) : isAtMost(after, before)))
  const way = never(true) ? 'rise' : never(false) ? 'fall' : null
  if (way === null) return null
  const told = (row: PeriodCost) => `${money(row[basis].total, currency)} ${inSpan(row, rows)}`
  return `Costs ${way} from ${told(first)} to ${told(last)}`
}

/** The first row whose money all others have at most, or at least. */
const extreme = (rows: readonly PeriodCost[], basis: CostBasis, end: 'most' | 'least') =>
  rows.find((one) =>
    rows.every((other) =>
      end === 'most'
        ? isAtMost(other[basis].total, one[basis].total)
        : isAtMost(one[basis].total, other[basis].total),
    ),
  )

/** Months that differ by their days only, or hardly more: none costs over a fourth more than another. */
function nearlySame({ rows }: PeriodCosts, basis: CostBasis, currency: string): string | null {
  const [least, most] = [
    extreme(rows, basis, 'least')?.[basis].total,
    extreme(rows, basis, 'most')?.[basis].total,
  ]
  if (least === undefined || most === undefined || isAtMost(least, '0')) return null
  if (againstTimes(most, 5, least, 4) === 'more') return null
  return `Nearly the same every ${spanNoun(rows)}: ${money(least, currency)} to ${money(most, currency)}`
}

/** One stretch in which all of it is due. */
function atOnce({ rows }: PeriodCosts, basis: CostBasis, currency: string): string | null {
  const [row, ...others] = rows.filter((one) => !isNothing(one[basis].total))
  if (row === undefined || others.length > 0) return null
  return `All is due ${inSpan(row, rows)}: ${money(row[basis].total, currency)}`
}

function highest({ rows }: PeriodCosts, basis: CostBasis, currency: string): string {
  const row = extreme(rows, basis, 'most')
  if (row === undefined) return 'Nothing is billed'
  const { kinds, total } = row[basis]
  const told = `${inSpan(row, rows)}: ${money(total, currency)}`
  const extra = largest(kinds.filter(({ kind }) => kind !== 'subscription'))
  const of =
    extra === undefined || isAtMost(extra.amount, '0')
      ? ''
      : `, ${money(extra.amount, currency)} of it ${costKindInSentence(extra.kind)}`
  return `Costs are highest ${told}${of}`
}

function costTitle(costs: PeriodCosts, basis: CostBasis, currency: string): string {
  const { rows } = costs
  const [first] = rows
  if (first === undefined) return 'Nothing is billed'
  const { total } = first[basis]
  if (rows.every((row) => row[basis].total === total)) {
    const every = `every ${spanNoun(rows)}`
    return isNothing(total) ? `Nothing to pay in ${every}` : `The same ${every}: ${money(total, currency)}`
  }
  return (
    atOnce(costs, basis, currency) ??
    doubling(costs, basis, currency) ??
    nearlySame(costs, basis, currency) ??
    oneWay(costs, basis, currency) ??
    highest(costs, basis, currency)
  )
}

/** `Credits run out in 3 of 12 periods, first on 24 Apr 2026`; null where they last. */
export function runOutsInWords(rows: readonly PeriodCost[]): string | null {
  const out = rows.flatMap((row) => ranOutIn(row) ?? [])
  const [first] = out
  if (first === undefined) return null
  const noun = spanNoun(rows)
  return `Credits run out in ${String(out.length)} of ${plural(rows.length, noun)}, first on ${day(dateIn(first))}`
}

const holdsBack = ({ blockedCredits }: PeriodCost): boolean => !isZero(blockedCredits)

/**
 * What the costs of a run show first: that work is held back because credits run out, else how the costs go from one
 * stretch to the next. It tells of the money that is shown and of nothing else.
 */
export function timelineTitle(costs: PeriodCosts, basis: CostBasis, currency: string): string {
  const short = costs.rows.some(holdsBack) ? runOutsInWords(costs.rows) : null
  return short ?? costTitle(costs, basis, currency)
}

/** What the title leaves out: when credits run out or what they cost, and what is paid for later. */
export function timelineNote(costs: PeriodCosts, basis: CostBasis, currency: string): string {
  const out = runOutsInWords(costs.rows)
  const other = out === timelineTitle(costs, basis, currency) ? costTitle(costs, basis, currency) : out
  const later = costs.afterRun.total
  const after =
    basis === 'billed' || isNothing(later) ? null : `${money(later, currency)} is for time after the run`
  const found = [other, after].filter((part) => part !== null)
  if (found.length > 0) return found.join('; ')
  return basis === 'billed' ? 'By the date of the invoice' : 'By the time it pays for'
}
