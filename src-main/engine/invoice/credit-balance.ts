import type { Instant } from '../calendar/civil.ts'
import type { Money } from '../exact/amount.ts'
import type { Bill } from '../record/bill.ts'
import type { UnpaidBill } from './write-bill.ts'

/** What credit paid of an invoice. */
interface Applied {
  readonly at: Instant
  readonly amount: Money
}

/**
 * A credit note's amount, tax and all, is kept for the account and pays the invoices that follow, oldest first, as
 * far as it goes. It belongs to the subscription and is never paid out. Source: facts §9.7. A refund is paid out, but
 * for what such credit had paid of its term, which is credit again. Source: facts §5.
 */
export function applyCredits(bills: readonly UnpaidBill[]): readonly Bill[] {
  let balance: Money = 0
  const applied: Applied[] = []
  return bills.map((bill) => {
    const creditApplied = Math.max(0, Math.min(balance, bill.total))
    const givenBack = Math.max(0, -bill.total)
    const paidOut = givenBack - keptAsCredit(bill, givenBack, applied)
    balance += givenBack - paidOut - creditApplied
    applied.push({ at: bill.at, amount: creditApplied })
    return { ...bill, creditApplied, paidOut, amountDue: Math.max(0, bill.total) - creditApplied }
  })
}

function keptAsCredit({ lines }: UnpaidBill, givenBack: Money, applied: readonly Applied[]): Money {
  const refund = lines.find(({ charge }) => charge.isRefund === true)
  if (refund === undefined) return givenBack
  const paidByCredit = applied
    .filter(({ at }) => at >= refund.charge.from)
    .reduce((sum, { amount }) => sum + amount, 0)
  return Math.min(givenBack, paidByCredit)
}
