import type { AccountOnPlans } from '#shared/account-on-plans.ts'
import type { Plan } from '#shared/catalog.ts'
import { credits, money, plural } from '#renderer/format/figures.ts'
import { isHeld, notHeldInWords } from './plan-fit-in-words.ts'

/** What a plan costs and has: `$99.00 a month · 500,000 credits · 1 Full and 20 Basic seats`. */
export function planInLine({ price, credits: included, seats, custom }: Plan, currency: string): string {
  const cost = custom ? 'by contract' : `${money(price.monthly.value, currency)} a month`
  const both = `${credits(seats.full.value)} Full and ${plural(seats.basic.value, 'Basic seat')}`
  return `${cost} · ${credits(included.value)} credits · ${both}`
}

/** Whether a plan holds the account, with what it takes or lacks; empty where nobody knows. */
export function planStanding({ plans, people }: AccountOnPlans, plan: string): string {
  const row = plans.find((one) => one.plan === plan)
  if (row === undefined) return ''
  if (!isHeld(row)) return `Cannot hold this account: ${notHeldInWords(row, people)}`
  return row.seatsToBuy === 0
    ? 'Holds this account'
    : `Holds this account with ${plural(row.seatsToBuy, 'more Full seat')}`
}
