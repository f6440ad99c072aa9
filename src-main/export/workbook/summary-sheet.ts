import type { RunResult } from '#shared/run-result.ts'
import { type Account, accountName } from './accounts.ts'
import { type Cell, credits, money, text } from './cells.ts'
import { type PlannedSheet, tableSheet } from './sheet.ts'

type Totals = RunResult['totals']

interface Figure {
  readonly label: string
  readonly unit: string
  readonly cell: (account: Account) => Cell
}

/** The totals of each account side by side. */
export function summarySheet(accounts: readonly Account[], currency: string): PlannedSheet {
  const amount = (label: string, figure: (totals: Totals) => string | undefined): Figure => ({
    label,
    unit: currency,
    cell: ({ totals }) => money(figure(totals), currency),
  })
  const inCredits = (label: string, figure: (totals: Totals) => string): Figure => ({
    label,
    unit: 'credits',
    cell: ({ totals }) => credits(figure(totals)),
  })
  const figures: readonly Figure[] = [
    amount('Total as invoiced', ({ total }) => total),
    amount('Subscription', ({ subscription }) => subscription),
    amount('Overage', ({ overage }) => overage),
    amount('Packs', ({ packs }) => packs),
    amount('Top-ups', ({ topUps }) => topUps),
    amount('Discount', ({ discount }) => discount),
    amount('True-up', ({ trueUp }) => trueUp),
    amount('Tax', ({ tax }) => tax),
    amount('Tax added', ({ taxAdded }) => taxAdded),
    amount('Net', ({ net }) => net),
    inCredits('Usage', ({ usage }) => usage),
    inCredits('Granted', ({ grantedCredits }) => grantedCredits),
    inCredits('From the pool', ({ poolCredits }) => poolCredits),
    inCredits('Grace', ({ graceCredits }) => graceCredits),
    inCredits('Overage', ({ overageCredits }) => overageCredits),
    inCredits('Blocked', ({ blockedCredits }) => blockedCredits),
    inCredits('Expired', ({ expiredCredits }) => expiredCredits),
    inCredits('Forfeited', ({ forfeitedCredits }) => forfeitedCredits),
    inCredits('Repaid', ({ repaidCredits }) => repaidCredits),
    inCredits('Forgiven', ({ forgivenCredits }) => forgivenCredits),
    inCredits('Remaining', ({ remainingCredits }) => remainingCredits),
    inCredits('Owed at the end', ({ deficitCredits }) => deficitCredits),
  ]
  const told = figures.filter(({ cell }) => accounts.some((account) => cell(account) !== null))
  return tableSheet(
    'Summary',
    [
      { header: 'Figure', width: 22, cell: ({ label }) => text(label) },
      { header: 'Unit', width: 10, cell: ({ unit }) => text(unit) },
      ...accounts.map((account) => ({
        header: accountName(account),
        width: 20,
        cell: ({ cell }: Figure) => cell(account),
      })),
    ],
    told,
  )
}
