import { Select } from '@mantine/core'
import { useState } from 'react'
import type { ResultSummary, WorkspaceView } from '#shared/open-result.ts'
import { environmentName } from '#renderer/finding/environment-names.ts'
import { plural } from '#renderer/format/figures.ts'
import { SectionHead } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { useAnswer } from '#renderer/state/answers.ts'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { WindowTable } from '#renderer/tables/WindowTable.tsx'
import { Part } from '#renderer/pages/Part.tsx'
import { PartExports } from '../PartExports.tsx'
import { invoiceColumns, invoiceRows, periodColumns, periodRows, USAGE_COLUMNS } from './view-columns.ts'
import styles from './workspaces.module.css'

const SEES: Readonly<Record<WorkspaceView['kind'], string>> = {
  billing: 'what every workspace uses in all, its own usage in detail, and the invoices',
  reporting:
    'its own usage in detail, and what is left of the pool it shares; no other workspace, and no invoice',
}

/** The account as one of its workspaces would see it. */
export function SeenBy({
  opened,
  account,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
}) {
  const [chosen, setChosen] = useState<string | null>(null)
  const { workspaces } = opened
  const shown = workspaces.find(({ id }) => id === chosen) ?? workspaces[0]
  if (!shown) return null
  return (
    <section aria-label="As seen by a workspace">
      <SectionHead
        title={`${shown.name} sees ${SEES[shown.kind]}`}
        note={`The account as seen by ${shown.name}, a ${shown.kind} workspace in ${environmentName(shown.environment)}`}
      >
        <Select
          aria-label="As seen by"
          size="xs"
          w={180}
          data={workspaces.map(({ id, name }) => ({ value: id, label: name }))}
          value={shown.id}
          allowDeselect={false}
          onChange={setChosen}
        />
        <SeenTables opened={opened} account={account} workspace={shown} />
      </SectionHead>
      <View key={shown.id} opened={opened} account={account} workspace={shown.id} />
    </section>
  )
}

/** Everything that the workspace sees, as tables to be copied and saved. */
function SeenTables({
  opened,
  account,
  workspace,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
  readonly workspace: ResultSummary['workspaces'][number]
}) {
  const { value } = useAnswer('results.workspaceView', { id: opened.id, account, workspace: workspace.id })
  if (value === undefined) return null
  const seen = value.kind === 'billing' ? value.workspaces : [value.workspace]
  const { name } = workspace
  return (
    <PartExports
      part="seenBy"
      of={{ opened, account }}
      tables={[
        tableOf(`Each period as ${name} sees it`, () => ({
          columns: periodColumns(opened.periods, seen),
          rows: periodRows(opened.periods, value.totals, value.creditsLeft),
        })),
        tableOf(`Own usage of ${name}`, () => ({ columns: USAGE_COLUMNS, rows: value.usage })),
        ...(value.kind === 'billing'
          ? [
              tableOf('Invoices by workspace', () => ({
                columns: invoiceColumns(value.workspaces, opened.currency),
                rows: invoiceRows(value),
              })),
            ]
          : []),
      ]}
    />
  )
}

function View({
  opened,
  account,
  workspace,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
  readonly workspace: string
}) {
  const view = useAnswer('results.workspaceView', { id: opened.id, account, workspace })
  return (
    <div className={styles.seen}>
      <Part name="What the workspace sees" of={view}>
        {(value) => <Seen opened={opened} value={value} />}
      </Part>
    </div>
  )
}

function Seen({ opened, value }: { readonly opened: ResultSummary; readonly value: WorkspaceView }) {
  const seen = value.kind === 'billing' ? value.workspaces : [value.workspace]
  return (
    <>
      <h3>Each period, in credits</h3>
      <WindowTable
        caption="Usage of each period, and what was left"
        columns={periodColumns(opened.periods, seen)}
        rows={periodRows(opened.periods, value.totals, value.creditsLeft)}
      />
      <h3>
        Own usage in detail <span className={styles.faint}>{plural(value.usage.length, 'row')}</span>
      </h3>
      <WindowTable caption="Own usage in detail" columns={USAGE_COLUMNS} rows={value.usage} />
      {value.kind === 'billing' ? (
        <>
          <h3>
            Invoices, by workspace{' '}
            <span className={styles.faint}>{plural(value.invoices.length, 'invoice')}</span>
          </h3>
          <WindowTable
            caption="Invoices by workspace"
            columns={invoiceColumns(value.workspaces, opened.currency)}
            rows={invoiceRows(value)}
          />
        </>
      ) : null}
    </>
  )
}
