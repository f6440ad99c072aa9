import type { Alert } from '#shared/alert.ts'
import type { RunResult, SeparateAccount } from '#shared/run-result.ts'
import { figure, words } from '../figure.ts'
import { problemText } from '../problem-text.ts'
import { type Column, left, optional, right } from '../text-table.ts'
import { creditsTexts } from './credits-text.ts'
import { invoiceText } from './invoice-text.ts'
import { list, section } from './sections.ts'
import { totalsText } from './totals-text.ts'
import { walletTexts } from './wallet-text.ts'
import { workspaceTexts } from './workspace-text.ts'

/** A run as people read it: everything that changes a figure, and what the figures rest on. */
export const runText = (result: RunResult): string =>
  [
    `${result.scenario}: ${titleOf(result)}, on ${result.catalog}`,
    ...accountTexts(result),
    ...workspaceTexts(result),
    ...list('Not on this bill', result.usedElsewhere.map(elsewhereText)),
    ...result.separateAccounts.map(separateText),
    `Engine ${result.engineVersion}, input ${result.inputHash}`,
  ].join('\n\n')

type Account = Omit<SeparateAccount, 'workspace'>

const titleOf = ({ plan, billing, start, end }: Account): string =>
  `${plan}, paid ${billing === 'monthly' ? 'monthly' : 'annually'}, ${start} to ${end}`

const separateText = (account: SeparateAccount): string =>
  [`Workspace ${account.workspace} by itself: ${titleOf(account)}`, ...accountTexts(account)].join('\n\n')

const elsewhereText = ({ workspace, credits, from, to, why }: RunResult['usedElsewhere'][number]): string =>
  `${figure(credits)} credits of ${workspace}, ${from} to ${to}. ${why}`

const accountTexts = (account: Account): readonly string[] => [
  ...list('Refused changes', account.refusals.map(problemText)),
  ...creditsTexts(account),
  ...walletTexts(account),
  ...account.invoices.map(invoiceText),
  totalsText(account),
  ...section('Alerts', ALERTS, account.alerts.map(numbered)),
  ...list('Assumptions', account.assumptions),
  `The price is ${account.basis.price}, the usage ${account.basis.usage}.`,
]

type Numbered = Alert & { readonly number: number }

const numbered = (alert: Alert, index: number): Numbered => ({ ...alert, number: index + 1 })

const ALERTS: readonly Column<Numbered>[] = [
  right('no.', ({ number }) => String(number)),
  left('at', ({ at }) => at),
  left('alert', ({ kind }) => words(kind)),
  right('credits', ({ credits }) => figure(credits)),
  optional(left('of', ({ subject }: Numbered) => subject ?? '')),
  left('message', ({ message }) => message),
]
