import { inBounds, type Money } from './amount.ts'
import { type Problem, refuse, type Result, succeed } from '#shared/problem.ts'

/** An amount of money that says what it is money of. */
export interface Amount {
  readonly currency: string
  readonly amount: Money
}

/**
 * Sums amounts of one currency; `what` names the list in the refusal's path. Amounts of several currencies have no
 * sum: every one that is not of the first's currency is a problem. No amounts have no currency, so they are refused too.
 */
export function sumMoney(amounts: readonly Amount[], what = 'amounts'): Result<Amount> {
  const [first] = amounts
  if (first === undefined)
    return refuse({ code: 'money.nothing_to_sum', message: 'There are no amounts to sum.', path: what })
  const others = amounts.flatMap(({ currency }, index) =>
    currency === first.currency ? [] : [mixed(first.currency, currency, `${what}.${index}.currency`)],
  )
  if (others.length > 0) return refuse(...others)
  return succeed({
    currency: first.currency,
    amount: inBounds(amounts.reduce((sum, { amount }) => sum + amount, 0)),
  })
}

const mixed = (one: string, other: string, path: string): Problem => ({
  code: 'money.several_currencies',
  message: `Amounts in ${one} and ${other} cannot be added together.`,
  path,
})
