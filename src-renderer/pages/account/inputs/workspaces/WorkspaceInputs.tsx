import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Fragment, useLayoutEffect, useRef, useState } from 'react'
import type { WindowContent } from '#shared/window-document.ts'
import type { Consolidation, Workspace } from '#shared/workspace.ts'
import { environmentName } from '#renderer/finding/environment-names.ts'
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
import { oneStop } from '#renderer/tables/one-stop.ts'
import { PeopleByGroup } from './PeopleByGroup.tsx'
import { ShareOut } from '../share/ShareOut.tsx'
import { sharersByWorkspace } from '../share/sharers.ts'
import { FieldProblems } from '../FieldProblems.tsx'
import styles from '../inputs.module.css'

const ADD_ID = 'add-workspace'

const KINDS = [
  { value: 'billing', label: 'Billing' },
  { value: 'reporting', label: 'Reporting' },
]

/** A row that was there a moment ago, above that of `before`, or last of all. */
interface Removed {
  readonly name: string
  readonly before: string | undefined
}

const NONE_REMOVED: readonly Removed[] = []

/** The removed rows with one more: what stood above it stands above the one that follows it. */
const withRemoved = (
  removed: readonly Removed[],
  id: string,
  { name, before }: Removed,
): readonly Removed[] => [
  ...removed.map((each) => (each.before === id ? { ...each, before } : each)),
  { name, before },
]

/** Stands where a workspace was: the rows below it stay where they are, so that another click does not meet another one. */
function RemovedRow({ name }: { readonly name: string }) {
  const row = useRef<HTMLTableRowElement>(null)
  useLayoutEffect(() => row.current?.focus({ preventScroll: true }), [])
  return (
    <tr ref={row} tabIndex={-1} className={styles.removed}>
      <td colSpan={5}>{name} is removed. Undo brings it back.</td>
    </tr>
  )
}

function Row({
  content,
  workspace,
  place,
  terms,
  next,
  onRemove,
}: {
  readonly content: WindowContent
  readonly workspace: Workspace
  readonly place: number
  readonly terms: Consolidation
  /** The workspace in the row below. */
  readonly next: string | undefined
  readonly onRemove: (id: string, removed: Removed) => void
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
            choices={terms.environments.map((one) => ({ value: one, label: environmentName(one) }))}
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
            onRemove={() => {
              editThroughout(`Remove the workspace ${name}`, (now) => removeWorkspace(now, id))
              onRemove(id, { name, before: next })
            }}
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
  const [said, setSaid] = useState('')
  const [removed, setRemoved] = useState<readonly Removed[]>(NONE_REMOVED)
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
  const rowsBefore = (id: string | undefined) =>
    removed.flatMap(({ name, before }, place) =>
      before === id ? [<RemovedRow key={`${name} ${String(place)}`} name={name} />] : [],
    )
  const forget = () => setRemoved(NONE_REMOVED)
  const plans = planNames(catalog.plans.map(({ id, name }) => ({ plan: id, name })))
  return (
    <>
      <p className={styles.hint}>
        {linksInWords({
          plans: listed(terms.plans.map(plans)),
          billing: environmentName(terms.billingEnvironment),
        })}
      </p>
      {workspaces.length === 0 && removed.length === 0 ? null : (
        <div
          className={cells.scroll}
          onMouseLeave={forget}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) forget()
          }}
        >
          <table ref={oneStop} className={cells.table} aria-label="Workspaces">
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
                <Fragment key={workspace.id}>
                  {rowsBefore(workspace.id)}
                  <Row
                    content={content}
                    workspace={workspace}
                    place={place}
                    terms={terms}
                    next={workspaces.slice(place).at(1)?.id}
                    onRemove={(id, row) => setRemoved(withRemoved(removed, id, row))}
                  />
                </Fragment>
              ))}
              {rowsBefore(undefined)}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles.tools}>
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
        <PeopleByGroup account={content.scenario} />
        {workspaces.length < 2 ? null : (
          <ShareOut
            account={content.scenario}
            among="workspaces"
            sharers={sharersByWorkspace(workspaces)}
            unevenly="By percent"
            onShared={setSaid}
          />
        )}
      </div>
      <p role="status" className={styles.hint}>
        {said}
      </p>
    </>
  )
}
