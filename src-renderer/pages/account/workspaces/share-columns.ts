import type { BillingView, WorkspaceShareOfRun } from '#shared/workspace-views.ts'
import { currencySign } from '#renderer/format/figures.ts'
import { LOST_ABOUTS } from '#renderer/finding/lost-abouts.ts'
import type { Column, Heading } from '#renderer/tables/column.ts'
import { creditColumn, moneyColumn } from '#renderer/tables/figure-columns.ts'

type CreditsOf = Exclude<keyof WorkspaceShareOfRun, 'workspace' | 'requests' | 'amount'>

const credited = (id: CreditsOf, header: string, about: string): Heading & { readonly id: CreditsOf } => ({
  id,
  header,
  about,
  unit: 'credits',
  numeric: true,
})

/** What is told of each workspace's credits. */
export const SHARED_CREDITS = [
  credited('usage', 'Asked for', 'All usage there, whether it was served or blocked.'),
  credited('poolCredits', 'From the pool', 'Served from the credits that all workspaces share.'),
  credited('overageCredits', 'Overage', 'Served beyond the shared credits, and charged to whoever used it.'),
  credited('blockedCredits', 'Blocked', LOST_ABOUTS.blocked),
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
