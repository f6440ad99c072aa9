import type { BillingView, WorkspaceShareOfRun } from '#shared/workspace-views.ts'
import { currencySign } from '#renderer/format/figures.ts'
import type { Column } from '#renderer/tables/column.ts'
import { creditColumn, moneyColumn } from '#renderer/tables/figure-columns.ts'

type CreditsOf = Exclude<keyof WorkspaceShareOfRun, 'workspace' | 'requests' | 'amount'>

/** What is told of each workspace's credits. */
export const SHARED_CREDITS: readonly { readonly id: CreditsOf; readonly header: string }[] = [
  { id: 'usage', header: 'Used' },
  { id: 'poolCredits', header: 'From the pool' },
  { id: 'overageCredits', header: 'Overage' },
  { id: 'blockedCredits', header: 'Blocked' },
]

/** The shares as they are copied and saved: bars are left to the screen. */
export function shareColumns(
  { workspaces }: Pick<BillingView, 'workspaces'>,
  currency: string,
): readonly Column<WorkspaceShareOfRun>[] {
  const known = ({ workspace }: WorkspaceShareOfRun) => workspaces.find(({ id }) => id === workspace)
  return [
    { id: 'workspace', header: 'Workspace', text: (share) => known(share)?.name ?? share.workspace },
    { id: 'environment', header: 'Environment', text: (share) => known(share)?.environment ?? '' },
    ...SHARED_CREDITS.map(({ id, header }) =>
      creditColumn<WorkspaceShareOfRun>({ id, header, figure: (share) => share[id] }),
    ),
    moneyColumn(currencySign(currency), {
      id: 'amount',
      header: 'Of all invoices',
      figure: ({ amount }) => amount,
    }),
  ]
}
