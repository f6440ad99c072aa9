import type { Alert } from '#shared/alert.ts'
import type { GrantResult } from '#shared/funds-result.ts'
import type { LedgerEntry } from '#shared/ledger.ts'
import type { LedgerGrouping } from '#shared/ledger-filter.ts'
import type { InvoiceHead, LedgerGroup, LedgerTotal } from '#shared/open-result.ts'
import type { UsageRow } from '#shared/run-result.ts'
import type { MemberSeats } from '#shared/seat-report.ts'
import {
  countColumn,
  creditsColumn,
  type CsvColumn,
  figureColumn,
  instantColumn,
  textColumn,
} from './columns.ts'

interface Numbered {
  readonly number: number
}

/** Every movement of credits and money: an amount stands in the column of its unit, so that both can be summed. */
export const ledgerColumns = (currency: string): readonly CsvColumn<LedgerEntry & Numbered>[] => [
  countColumn('No.', ({ number }) => number),
  instantColumn('At', ({ at }) => at),
  textColumn('Unit', ({ unit }) => (unit === 'money' ? currency : 'credits')),
  textColumn('From', ({ from }) => from),
  textColumn('To', ({ to }) => to),
  creditsColumn('Amount', ({ unit, amount }) => (unit === 'credits' ? amount : null)),
  figureColumn(`Amount (${currency})`, ({ unit, amount }) => (unit === 'money' ? amount : null)),
  textColumn('Reference', ({ reference }) => reference),
]

const HEADS: Readonly<Record<LedgerGrouping, string>> = {
  account: 'Account',
  period: 'Period',
  reference: 'Reference',
}

/** What entries come to by what they have in common; of accounts what entered and what left them, each in its own unit. */
export function groupColumns(
  by: LedgerGrouping,
  totals: readonly LedgerTotal[],
  currency: string,
): readonly CsvColumn<LedgerGroup>[] {
  const head = [
    textColumn<LedgerGroup>(HEADS[by], ({ key }) => key),
    countColumn<LedgerGroup>('Entries', ({ count }) => count),
  ]
  if (by !== 'account')
    return [
      ...head,
      creditsColumn('Moved', ({ credits }) => credits),
      figureColumn(`Moved (${currency})`, ({ money }) => money),
    ]
  const totalOf = ({ key }: LedgerGroup) => totals.find(({ account }) => account === key)
  const isMoney = (group: LedgerGroup): boolean => totalOf(group)?.unit === 'money'
  return [
    ...head,
    textColumn('Unit', (group) => (isMoney(group) ? currency : 'credits')),
    figureColumn('In', (group) => totalOf(group)?.in ?? null),
    figureColumn('Out', (group) => totalOf(group)?.out ?? null),
    figureColumn('In less out', (group) => (isMoney(group) ? group.money : group.credits)),
  ]
}

/** What the account's owner would be told. */
export const ALERT_COLUMNS: readonly CsvColumn<Alert & Numbered>[] = [
  countColumn('No.', ({ number }) => number),
  instantColumn('At', ({ at }) => at),
  textColumn('Severity', ({ severity }) => severity),
  textColumn('Alert', ({ kind }) => kind),
  textColumn('Of', ({ subject }) => subject),
  creditsColumn('Concerned', ({ credits }) => credits),
  textColumn('Message', ({ message }) => message),
]

/** What every invoice comes to. */
export function invoiceColumns(currency: string): readonly CsvColumn<InvoiceHead>[] {
  const amount = (header: string, of: (invoice: InvoiceHead) => string) =>
    figureColumn(`${header} (${currency})`, of)
  return [
    textColumn('Invoice', ({ number }) => number),
    textColumn('Document', ({ kind }) => (kind === 'creditNote' ? 'credit note' : 'invoice')),
    textColumn('Date', ({ date }) => date),
    textColumn('Due', ({ dueDate }) => dueDate),
    countColumn('Lines', ({ lines }) => lines),
    amount('Subtotal', ({ subtotal }) => subtotal),
    amount('Discount', ({ discount }) => discount),
    amount('Net', ({ net }) => net),
    amount('Tax', ({ tax }) => tax),
    amount('Total', ({ total }) => total),
    amount('Amount due', ({ amountDue }) => amountDue),
  ]
}

const blockedOf = ({ blocked }: UsageRow): string =>
  blocked.map(({ cause, credits }) => `${cause} ${credits}`).join(', ')

/** Who used what, and what it was served from. */
export const USAGE_COLUMNS: readonly CsvColumn<UsageRow>[] = [
  countColumn('Period', ({ period }) => period),
  textColumn('Workspace', ({ workspace }) => workspace),
  textColumn('Member', ({ member }) => member),
  textColumn('API key', ({ apiKey }) => apiKey),
  textColumn('Company', ({ company }) => company),
  textColumn('Product', ({ product }) => product),
  textColumn('Model', ({ model }) => model),
  countColumn('Requests', ({ requests }) => requests),
  countColumn('Requests not served', ({ blockedRequests }) => blockedRequests),
  creditsColumn('From the pool', ({ poolCredits }) => poolCredits),
  creditsColumn('Grace', ({ graceCredits }) => graceCredits),
  creditsColumn('Overage', ({ overageCredits }) => overageCredits),
  textColumn('Blocked, by cause (credits)', blockedOf),
]

/** Every grant and what became of it. */
export const GRANT_COLUMNS: readonly CsvColumn<GrantResult>[] = [
  textColumn('Grant', ({ grant }) => grant),
  textColumn('Source', ({ source }) => source),
  textColumn('Name', ({ name }) => name),
  instantColumn('From', ({ start }) => start),
  instantColumn('Expires', ({ expires }) => expires),
  creditsColumn('Granted', (grant) => grant.grantedCredits),
  creditsColumn('Used', (grant) => grant.usedCredits),
  creditsColumn('Repaid', (grant) => grant.repaidCredits),
  creditsColumn('Expired', (grant) => grant.expiredCredits),
  creditsColumn('Forfeited', (grant) => grant.forfeitedCredits),
  creditsColumn('Carried', (grant) => grant.carriedCredits),
  creditsColumn('Remaining', (grant) => grant.remainingCredits),
]

const heldOf = ({ seats }: MemberSeats): string =>
  seats.map(({ from, holds }) => `${holds} from ${from.slice(0, 10)}`).join(', ')

const causesOf = ({ stops }: MemberSeats): string => [...new Set(stops.map(({ cause }) => cause))].join(', ')

const reachedOf = ({ ceilings }: MemberSeats) => ceilings.filter(({ reachedAt }) => reachedAt !== null)

/** Who held which seat, and who was stopped by what. */
export const MEMBER_COLUMNS: readonly CsvColumn<MemberSeats>[] = [
  textColumn('Member', ({ member }) => member),
  textColumn('Seats held', heldOf),
  creditsColumn('Served', ({ servedCredits }) => servedCredits),
  creditsColumn('Not served', ({ lostCredits }) => lostCredits),
  countColumn('Requests not served', ({ lostRequests }) => lostRequests),
  countColumn('Periods under a ceiling', ({ ceilings }) => ceilings.length),
  countColumn('Periods at the ceiling', (member) => reachedOf(member).length),
  instantColumn('Ceiling first reached', (member) => reachedOf(member)[0]?.reachedAt ?? null),
  textColumn('Stopped by', causesOf),
]
