import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { WindowContent } from '#shared/window-document.ts'
import type { Consolidation, Workspace } from '#shared/workspace.ts'
import { linksInWords, namedInWords } from '#renderer/finding/workspace-in-words.ts'
import { planNames } from '#renderer/finding/plan-names.ts'
import { listed } from '#renderer/finding/counted.ts'
import { CellAmount } from '#renderer/fields/CellAmount.tsx'
import { CellSelect } from '#renderer/fields/CellSelect.tsx'
import { CellText } from '#renderer/fields/CellText.tsx'
import cells from '#renderer/fields/cells.module.css'
import { variantsChangedBy } from '#renderer/state/account-edits/in-variants.ts'
import { RemoveButton } from '#renderer/fields/RemoveButton.tsx'
import { ADDS } from '#renderer/fields/removing.ts'
import {
  addWorkspace,
  changeWorkspace,
  namedIn,
  removeWorkspace,
} from '#renderer/state/account-edits/workspaces.ts'
import { editAccount, useContent } from '#renderer/state/draft.ts'
import { editThroughout } from '#renderer/state/edit-throughout.ts'
import { useResults } from '#renderer/state/results.ts'
import { useWanted } from '#renderer/state/wanted.ts'
import { pressById } from '../press-by-id.ts'
import { FieldProblems } from '../FieldProblems.tsx'
import styles from '../inputs.module.css'

const ADD_ID = 'add-workspace'

const KINDS = [
  { value: 'billing', label: 'Billing' },
  { value: 'reporting', label: 'Reporting' },
]

function Row({
  content,
  workspace,
  place,
  terms,
}: {
  readonly content: WindowContent
  readonly workspace: Workspace
  readonly place: number
  readonly terms: Consolidation
}) {
  const { id, kind, environment, creditLimit } = workspace
  const name = workspace.name ?? id
  const change = (what: string, changed: Partial<Omit<Workspace, 'id'>>) =>
    editAccount(`${what} of ${name}`, (now) => changeWorkspace(now, id, changed), `workspaces ${id} ${what}`)
  const variants = variantsChangedBy(content, (now) => removeWorkspace(now, id))
  const named = namedInWords({ ...namedIn(content.scenario, id), variants })
  return (
    <>
      <tr>
        <td>
          <CellText
            label={`Name of ${name}`}
            value={name}
            onChange={(typed) => change('Change the name', { name: typed === '' ? undefined : typed })}
          />
        </td>
        <td>
          <CellSelect
            label={`Kind of ${name}`}
            value={kind}
            choices={KINDS}
            onChange={(value) =>
              change('Change the kind', { kind: value === 'billing' ? 'billing' : 'reporting' })
            }
          />
        </td>
        <td>
          <CellSelect
            label={`Environment of ${name}`}
            value={environment}
            choices={terms.environments.map((one) => ({ value: one, label: one }))}
            onChange={(value) => change('Change the environment', { environment: value })}
          />
        </td>
        {terms.perWorkspaceLimits ? (
          <td>
            <CellAmount
              label={`Credits a period of ${name}`}
              value={creditLimit}
              none="no limit"
              of={id}
              onChange={(limit) => change('Change the limit', { creditLimit: limit })}
            />
          </td>
        ) : null}
        <td>
          <RemoveButton
            label={`Remove ${name}`}
            title={named === '' ? 'Remove' : `Remove; ${named}`}
            onRemove={() => editThroughout(`Remove the workspace ${name}`, (now) => removeWorkspace(now, id))}
          />
        </td>
      </tr>
      <FieldProblems path={`workspaces.${String(place)}`} columns={5} />
    </>
  )
}

/** The workspaces that are billed together. */
export function WorkspaceInputs() {
  const content = useContent()
  useWanted('workspace', () => pressById(ADD_ID))
  const catalog = useResults((results) => results.catalog)
  if (content === null || catalog === null) return null
  const terms = catalog.consolidation?.value
  const { workspaces } = content.scenario
  if (terms === undefined) {
    return (
      <p className={styles.hint}>
        {catalog.name} bills no workspaces together: every workspace has a subscription of its own.
      </p>
    )
  }
  const plans = planNames(catalog.plans.map(({ id, name }) => ({ plan: id, name })))
  return (
    <>
      <p className={styles.hint}>
        {linksInWords({ plans: listed(terms.plans.map(plans)), billing: terms.billingEnvironment })}
      </p>
      {workspaces.length === 0 ? null : (
        <div className={cells.scroll}>
          <table className={cells.table}>
            <thead>
              <tr>
                <th scope="col">Workspace</th>
                <th scope="col">Kind</th>
                <th scope="col">Environment</th>
                {terms.perWorkspaceLimits ? (
                  <th scope="col" className={cells.numeric}>
                    Credits a period
                  </th>
                ) : null}
                <th scope="col">
                  <span className="visually-hidden">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {workspaces.map((workspace, place) => (
                <Row key={workspace.id} content={content} workspace={workspace} place={place} terms={terms} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button
        id={ADD_ID}
        {...ADDS}
        variant="default"
        size="compact-xs"
        leftSection={<IconPlus size={14} />}
        onClick={() => editAccount('Add a workspace', (now) => addWorkspace(now, terms))}
      >
        {workspaces.length === 0 ? 'Bill several workspaces together' : 'Add a workspace'}
      </Button>
    </>
  )
}
