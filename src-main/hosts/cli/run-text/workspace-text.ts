import type { RunResult } from '#shared/run-result.ts'
import type { InvoiceByWorkspace, WorkspaceResult } from '#shared/workspace-result.ts'
import { figure } from '../figure.ts'
import { type Column, left, optional, right } from '../text-table.ts'
import { section } from './sections.ts'

/** Workspaces billed together, and what of each invoice falls to each; nothing where there is only one. */
export const workspaceTexts = ({
  workspaces,
  byWorkspace,
  currency,
}: Pick<RunResult, 'workspaces' | 'byWorkspace' | 'currency'>): string[] => [
  ...section('Workspaces', WORKSPACES, workspaces),
  ...section(
    'Invoices by workspace, with the usage since the invoice before',
    sharesIn(currency),
    byWorkspace.flatMap(sharesOf),
  ),
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

type Share = InvoiceByWorkspace['workspaces'][number] & { readonly invoice: string }

const sharesOf = ({ invoice, workspaces }: InvoiceByWorkspace): readonly Share[] =>
  workspaces.map((share) => ({ ...share, invoice }))

const sharesIn = (currency: string): readonly Column<Share>[] => [
  left('invoice', (row) => row.invoice),
  left('workspace', (row) => row.workspace),
  right('usage', (row) => figure(row.usage)),
  right('from credits', (row) => figure(row.poolCredits)),
  optional(right('grace', (row: Share) => figure(row.graceCredits))),
  right('overage', (row) => figure(row.overageCredits)),
  right('blocked', (row) => figure(row.blockedCredits)),
  right(currency, (row) => figure(row.amount)),
]
