import type { Alert } from '#shared/alert.ts'
import type { GrantResult } from '#shared/funds-result.ts'
import type { LedgerEntry } from '#shared/ledger.ts'
import type { PeriodResult } from '#shared/run-result.ts'
import { type Account, accountName, type OfAccount, rowsOf } from './accounts.ts'
import { type Cell, count, credits, date, instant, money, text, textOrNone } from './cells.ts'
import { type PlannedSheet, type SheetColumn, tableSheet } from './sheet.ts'

/** What a row tells, seen from the row alone. */
type Of<R> = SheetColumn<OfAccount<R>>

export const column = <R>(header: string, width: number, cell: (row: R) => Cell): Of<R> => ({
  header,
  width,
  cell: ({ row }) => cell(row),
})

const inCredits = <R>(header: string, figure: (row: R) => string): Of<R> =>
  column(`${header} (credits)`, 18, (row) => credits(figure(row)))

/** Whose bill a row is of, where there are several. */
export const accountColumn = <R>(accounts: readonly Account[]): readonly Of<R>[] =>
  accounts.length < 2
    ? []
    : [{ header: 'Account', width: 20, cell: ({ account }) => text(accountName(account)) }]

const PERIODS: readonly Of<PeriodResult>[] = [
  column('Period', 8, ({ index }) => count(index)),
  column('From', 12, ({ start }) => date(start)),
  column('To (exclusive)', 12, ({ end }) => date(end)),
  column('Plans', 20, ({ plans }) => text(plans.map(({ plan }) => plan).join(', '))),
  inCredits('Opening', (period) => period.openingCredits),
  inCredits('Granted', (period) => period.grantedCredits),
  inCredits('Usage', (period) => period.usage),
  inCredits('From the pool', (period) => period.poolCredits),
  inCredits('Grace', (period) => period.graceCredits),
  inCredits('Overage', (period) => period.overageCredits),
  inCredits('Blocked', (period) => period.blockedCredits),
  inCredits('Expired', (period) => period.expiredCredits),
  inCredits('Forfeited', (period) => period.forfeitedCredits),
  inCredits('Repaid', (period) => period.repaidCredits),
  inCredits('Forgiven', (period) => period.forgivenCredits),
  inCredits('Closing', (period) => period.closingCredits),
  inCredits('Owed at the end', (period) => period.deficitCredits),
  column('Ends after the run', 12, ({ isCut }) => (isCut ? text('yes') : null)),
]

const ledgerColumns = (currency: string): readonly Of<LedgerEntry>[] => [
  column('At (UTC)', 20, ({ at }) => instant(at)),
  column('Unit', 9, ({ unit }) => text(unit === 'money' ? currency : 'credits')),
  column('From', 22, ({ from }) => text(from)),
  column('To', 22, ({ to }) => text(to)),
  column('Amount (credits)', 18, ({ unit, amount }) => (unit === 'credits' ? credits(amount) : null)),
  column(`Amount (${currency})`, 16, ({ unit, amount }) =>
    unit === 'money' ? money(amount, currency) : null,
  ),
  column('Reference', 24, ({ reference }) => text(reference)),
]

const GRANTS: readonly Of<GrantResult>[] = [
  column('Grant', 24, ({ grant }) => text(grant)),
  column('Source', 11, ({ source }) => text(source)),
  column('Name', 20, ({ name }) => textOrNone(name)),
  column('From (UTC)', 20, ({ start }) => instant(start)),
  column('Expires (UTC)', 20, ({ expires }) => instant(expires)),
  inCredits('Granted', (grant) => grant.grantedCredits),
  inCredits('Used', (grant) => grant.usedCredits),
  inCredits('Repaid', (grant) => grant.repaidCredits),
  inCredits('Expired', (grant) => grant.expiredCredits),
  inCredits('Forfeited', (grant) => grant.forfeitedCredits),
  inCredits('Carried', (grant) => grant.carriedCredits),
  inCredits('Remaining', (grant) => grant.remainingCredits),
]

const ALERTS: readonly Of<Alert>[] = [
  column('At (UTC)', 20, ({ at }) => instant(at)),
  column('Alert', 20, ({ kind }) => text(kind)),
  column('Severity', 12, ({ severity }) => text(severity)),
  inCredits('Concerned', (alert) => alert.credits),
  column('Of', 20, ({ subject }) => textOrNone(subject)),
  column('Message', 80, ({ message }) => text(message)),
]

/** A sheet of the rows of every account. */
export const sheetOfAll = <R>(
  name: string,
  accounts: readonly Account[],
  columns: readonly Of<R>[],
  rows: (account: Account) => readonly R[],
): PlannedSheet => tableSheet(name, [...accountColumn<R>(accounts), ...columns], rowsOf(accounts, rows))

/** What became of the credits of each period. */
export const periodsSheet = (accounts: readonly Account[]): PlannedSheet =>
  sheetOfAll('Periods', accounts, PERIODS, ({ periods }) => periods)

/** Every movement of credits and money. */
export const ledgerSheet = (accounts: readonly Account[], currency: string): PlannedSheet =>
  sheetOfAll('Ledger', accounts, ledgerColumns(currency), ({ ledger }) => ledger)

/** Every grant and what became of it. */
export const grantsSheet = (accounts: readonly Account[]): PlannedSheet =>
  sheetOfAll('Grants', accounts, GRANTS, ({ grants }) => grants)

/** What the account's owner would be told. */
export const alertsSheet = (accounts: readonly Account[]): PlannedSheet =>
  sheetOfAll('Alerts', accounts, ALERTS, ({ alerts }) => alerts)
