import type { ResultSummary } from '#shared/open-result.ts'
import type { InvoiceByWorkspace } from '#shared/workspace-result.ts'
import { exactAmount } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import type { Column } from '#renderer/tables/column.ts'
import { DataTable } from '#renderer/tables/DataTable.tsx'
import { creditColumn } from '#renderer/tables/figure-columns.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import styles from './invoices.module.css'

type Share = InvoiceByWorkspace['workspaces'][number]

/** What of an invoice falls to each workspace, and what each used since the invoice before. */
export function WorkspaceShares({
  shared,
  workspaces,
  sign,
}: {
  readonly shared: InvoiceByWorkspace
  readonly workspaces: ResultSummary['workspaces']
  readonly sign: string
}) {
  const nameOf = (workspace: string) => workspaces.find(({ id }) => id === workspace)?.name ?? workspace
  const usedBy = (workspace: string) => shared.usage.workspaces.find((used) => used.workspace === workspace)
  const columns: readonly Column<Share>[] = [
    { id: 'workspace', header: 'Workspace', text: ({ workspace }) => nameOf(workspace) },
    creditColumn({ id: 'used', header: 'Used', figure: ({ workspace }) => usedBy(workspace)?.usage ?? null }),
    creditColumn({
      id: 'overage',
      header: 'Overage',
      figure: ({ workspace }) => usedBy(workspace)?.overageCredits ?? null,
    }),
    {
      id: 'share',
      header: 'Of the total',
      unit: sign,
      numeric: true,
      figure: ({ amount }) => amount,
      text: ({ amount }) => exactAmount(amount),
    },
  ]
  return (
    <section className={styles.part}>
      <h3>By workspace</h3>
      <p>
        Usage from {instant(shared.usage.from)} to {instant(shared.usage.to)}
      </p>
      <ScrollRegion label="The invoice by workspace as a table">
        <DataTable
          caption="The invoice by workspace"
          columns={columns}
          rows={shared.workspaces}
          rowKey={({ workspace }) => workspace}
        />
      </ScrollRegion>
    </section>
  )
}
