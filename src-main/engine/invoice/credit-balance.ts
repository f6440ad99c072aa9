import type { Money } from '../exact/amount.ts'
import type { Bill } from './bill.ts'
import type { UnpaidBill } from './write-bill.ts'

/**
 * A credit note's amount, tax and all, is kept for the account and pays the invoices that follow, oldest first, as
 * far as it goes. It belongs to the subscription and is never paid out. Source: facts §9.7.
 */
export function applyCredits(bills: readonly UnpaidBill[]): readonly Bill[] {
  let balance: Money = 0
  return bills.map((bill) => {
    const creditApplied = Math.max(0, Math.min(balance, bill.total))
    balance += bill.total < 0 ? -bill.total : -creditApplied
    return { ...bill, creditApplied, amountDue: Math.max(0, bill.total) - creditApplied }
  })
}
