import type { RunResult } from '#shared/run-result.ts'
import type { InvoiceByWorkspace, WorkspaceResult } from '#shared/workspace-result.ts'
import { figure, words } from '../figure.ts'
import { type Column, left, optional, right } from '../text-table.ts'
import { section } from './sections.ts'

/** Workspaces billed together, and what of each invoice falls to each; nothing where there is only one. */
export const workspaceTexts = ({
  workspaces,
  byWorkspace,
  currency,
}: Pick<RunResult, 'workspaces' | 'byWorkspace' | 'currency'>): string[] => [
  ...section('Workspaces', WORKSPACES, workspaces),
  ...section('Usage by workspace since the invoice before', USED, byWorkspace.flatMap(usedBy)),
  ...section('Invoices by workspace', sharesIn(currency), byWorkspace.flatMap(sharesOf)),
]

const AFTERWARDS = { newSubscription: 'a subscription of its own', removed: 'removed' } as const

const WORKSPACES: readonly Column<WorkspaceResult>[] = [
  left('workspace', (row) => row.id),
  left('name', (row) => row.name),
  left('kind', (row) => row.kind),
  left('environment', (row) => row.environment),
  left('linked', (row) => row.linked.map(({ from, to }) => `${from} to ${to ?? 'the end'}`).join(', ')),
  optional(
    left('afterwards', ({ afterwards }: WorkspaceResult) =>
      afterwards === null ? '' : AFTERWARDS[afterwards],
    ),
  ),
]

type Used = InvoiceByWorkspace['usage']['workspaces'][number] & {
  readonly invoice: string
  readonly time: string
}

const usedBy = ({ invoice, usage: { from, to, workspaces } }: InvoiceByWorkspace): readonly Used[] =>
  workspaces.map((used) => ({ ...used, invoice, time: `${from} to ${to}` }))

const USED: readonly Column<Used>[] = [
  left('invoice', (row) => row.invoice),
  left('used from', (row) => row.time),
  left('workspace', (row) => row.workspace),
  right('usage', (row) => figure(row.usage)),
  right('from credits', (row) => figure(row.poolCredits)),
  optional(right('grace', (row: Used) => figure(row.graceCredits))),
  right('overage', (row) => figure(row.overageCredits)),
  right('blocked', (row) => figure(row.blockedCredits)),
]

/** A workspace's part of one line, or of the whole invoice. */
interface Share {
  readonly invoice: string
  readonly what: string
  readonly time: string
  readonly settled: string
  readonly workspace: string
  readonly amount: string
}

const sharesOf = ({ invoice, lines, workspaces }: InvoiceByWorkspace): readonly Share[] => [
  ...lines.flatMap(({ line, kind, from, to, isSettled, workspaces: shares }) =>
    shares.map((share) => ({
      ...share,
      invoice,
      what: `line ${line}, ${words(kind)}`,
      time: `${from} to ${to ?? 'no end'}`,
      settled: isSettled ? '' : 'not settled yet',
    })),
  ),
  ...workspaces.map((share) => ({ ...share, invoice, what: 'in all', time: '', settled: '' })),
]

const sharesIn = (currency: string): readonly Column<Share>[] => [
  left('invoice', (row) => row.invoice),
  left('part', (row) => row.what),
  left('pays for', (row) => row.time),
  optional(left('settled', (row: Share) => row.settled)),
  left('workspace', (row) => row.workspace),
  right(currency, (row) => figure(row.amount)),
]
