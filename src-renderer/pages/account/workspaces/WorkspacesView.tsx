import type { ResultSummary } from '#shared/open-result.ts'
import type { BillingView } from '#shared/workspace-views.ts'
import { environmentName } from '#renderer/finding/environment-names.ts'
import { sharesTitle } from '#renderer/finding/workspace-title.ts'
import { listed } from '#renderer/finding/counted.ts'
import { planNames } from '#renderer/finding/plan-names.ts'
import { SectionHead } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { isZero } from '#renderer/format/figures.ts'
import { hasUsageByName } from '#renderer/state/account-edits/own-usage.ts'
import { useAccount } from '#renderer/state/draft.ts'
import { PeopleByGroup } from '../inputs/workspaces/PeopleByGroup.tsx'
import { ShareOut } from '../inputs/share/ShareOut.tsx'
import { sharersByWorkspace } from '../inputs/share/sharers.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { useResults } from '#renderer/state/results.ts'
import { Part } from '#renderer/pages/Part.tsx'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { PartExports } from '../PartExports.tsx'
import { Apart } from './Apart.tsx'
import { SeenBy } from './SeenBy.tsx'
import { shareColumns } from './share-columns.ts'
import { ShareTable } from './ShareTable.tsx'
import styles from './workspaces.module.css'

/** What each workspace uses of the shared pool and of the money, what each would see, and whether they had better part. */
export function WorkspacesView({
  opened,
  account,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
}) {
  const billing = opened.workspaces.find(({ kind }) => kind === 'billing')
  if (billing === undefined) return <None />
  if (account !== null) return <ByItself />
  return (
    <div className={styles.view}>
      <Shares opened={opened} billing={billing.id} />
      <SeenBy opened={opened} account={account} />
      <Apart opened={opened} billing={billing.id} />
    </div>
  )
}

function Shares({ opened, billing }: { readonly opened: ResultSummary; readonly billing: string }) {
  const view = useAnswer('results.workspaceView', { id: opened.id, account: null, workspace: billing })
  return (
    <section className={view.value === undefined ? styles.room : undefined} aria-label="Shares of workspaces">
      <Part name="The shares of workspaces" of={view}>
        {(value) => (value.kind === 'billing' ? <SharesTold view={value} opened={opened} /> : null)}
      </Part>
    </section>
  )
}

function SharesTold({ view, opened }: { readonly view: BillingView; readonly opened: ResultSummary }) {
  const draft = useAccount()
  const only = onlyUser(view)
  return (
    <>
      <SectionHead
        title={sharesTitle(view, opened.currency)}
        note={
          only === null
            ? 'Overage falls to the workspace that used it, all else by the credits each used'
            : `All usage is in ${only}: ${draft !== null && hasUsageByName(draft) ? 'put people into the others, in the table of people or by group,' : 'share it out'} to see what the others use and bear`
        }
      >
        {draft === null ? null : <PeopleByGroup account={draft} />}
        {only === null || draft === null || hasUsageByName(draft) ? null : (
          <ShareOut
            account={draft}
            among="workspaces"
            sharers={sharersByWorkspace(draft.workspaces)}
            unevenly="By percent"
          />
        )}
        <PartExports
          part="shares"
          of={{ opened, account: null }}
          tables={[
            tableOf('Workspaces and their shares', () => ({
              columns: shareColumns(view, opened.currency),
              rows: view.shares,
            })),
          ]}
        />
      </SectionHead>
      <ShareTable view={view} currency={opened.currency} />
    </>
  )
}

/** The name of the one of several workspaces that uses all there is, where one does: shares say nothing then. */
function onlyUser({ shares, workspaces }: Pick<BillingView, 'shares' | 'workspaces'>): string | null {
  const [only, ...others] = shares.filter(({ usage }) => !isZero(usage))
  if (!only || others.length > 0 || shares.length < 2) return null
  return workspaces.find(({ id }) => id === only.workspace)?.name ?? only.workspace
}

function None() {
  const catalog = useResults((results) => results.catalog)
  const plans = planNames(catalog?.plans.map(({ id, name }) => ({ plan: id, name })) ?? [])
  const terms = catalog?.consolidation?.value
  return (
    <section className={styles.none} aria-label="No workspaces">
      <h2>This account has no workspaces</h2>
      <p>
        With workspaces, this shows what each of them uses of the shared pool and bears of the invoices, what
        each would see of the account, and whether they cost less linked on one bill or apart.
      </p>
      <p>
        {terms === undefined
          ? 'This catalogue does not bill several workspaces together.'
          : `Add them under Workspaces, on the left: one that is billed, in ${environmentName(terms.billingEnvironment)}, and others that report to it. ${listed(terms.plans.map(plans))} can have them.`}
      </p>
    </section>
  )
}

const ByItself = () => (
  <section className={styles.none} aria-label="A workspace by itself">
    <h2>This workspace is billed by itself</h2>
    <p>Choose the account that is billed together to see the workspaces that share it.</p>
  </section>
)
