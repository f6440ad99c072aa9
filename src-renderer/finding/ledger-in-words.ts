import type { LedgerGrouping } from '#shared/ledger-filter.ts'
import type { LedgerAccount } from '#shared/ledger.ts'
import { credits, exactAmount, plural } from '#renderer/format/figures.ts'
import { ledgerAccountName } from './movement-in-words.ts'

/** What a ledger comes to: each entry leaves one account and enters another, so nothing is made and nothing lost. */
export function ledgerTitle(matching: number, all: number): string {
  if (all === 0) return 'No entry: no credits and no money moved'
  if (matching === all) return `${plural(all, 'entry', 'entries')}, credits and money each sum to zero`
  return `${credits(matching)} of ${plural(all, 'entry', 'entries')}`
}

/** An account with its unit, which tells apart the two that are called overage. */
export const accountWithUnit = (account: LedgerAccount): string =>
  account.startsWith('credits.')
    ? `Credits: ${ledgerAccountName(account).replace(/^credits /, '')}`
    : `Money: ${ledgerAccountName(account)}`

/** A figure of the ledger, exact. */
export const ledgerFigure = (figure: string, unit: 'credits' | 'money'): string =>
  unit === 'credits' ? credits(figure) : exactAmount(figure)

export const GROUPINGS: Readonly<Record<LedgerGrouping, { readonly choice: string; readonly head: string }>> =
  {
    account: { choice: 'By account', head: 'Account' },
    period: { choice: 'By period', head: 'Billing period' },
    reference: { choice: 'By reference', head: 'Reference' },
  }

export const isGrouping = (text: string): text is LedgerGrouping => Object.hasOwn(GROUPINGS, text)
