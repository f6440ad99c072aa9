import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ApiKey } from '#shared/account.ts'
import { CellAmount } from '#renderer/fields/CellAmount.tsx'
import { CellSelect } from '#renderer/fields/CellSelect.tsx'
import { CellText } from '#renderer/fields/CellText.tsx'
import cells from '#renderer/fields/cells.module.css'
import { RemoveButton } from '#renderer/fields/RemoveButton.tsx'
import { ADDS } from '#renderer/fields/removing.ts'
import { addKey, changeKey, removeKey, renameKey } from '#renderer/state/account-edits/limits.ts'
import { editAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { editThroughout } from '#renderer/state/edit-throughout.ts'
import { useWanted } from '#renderer/state/wanted.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { FieldProblems } from '../FieldProblems.tsx'
import { pressById } from '../press-by-id.ts'
import styles from '../inputs.module.css'

const ADD_ID = 'add-key'

const NOBODY = ''

function Row({
  account,
  apiKey,
  place,
}: {
  readonly account: WindowAccount
  readonly apiKey: ApiKey
  readonly place: number
}) {
  const { id, member, company, limit, workspace } = apiKey
  const change = (what: string, changed: Partial<Omit<ApiKey, 'id'>>) =>
    editAccount(`Change the ${what} of ${id}`, (now) => changeKey(now, id, changed), `apiKeys ${id} ${what}`)
  return (
    <>
      <tr>
        <td>
          <CellText
            label={`Name of the key ${id}`}
            value={id}
            onChange={(name) =>
              editThroughout(`Rename the key ${id} to ${name}`, (now) => renameKey(now, id, name))
            }
          />
        </td>
        <td>
          <CellText
            label={`Company of ${id}`}
            value={company ?? ''}
            placeholder="unassigned"
            onChange={(typed) => change('company', { company: typed === '' ? undefined : typed })}
          />
        </td>
        <td>
          <CellText
            label={`Member of ${id}`}
            value={member ?? NOBODY}
            placeholder="service account"
            onChange={(typed) => change('member', { member: typed === NOBODY ? undefined : typed })}
          />
        </td>
        {account.workspaces.length === 0 ? null : (
          <td>
            <CellSelect
              label={`Workspace of ${id}`}
              value={workspace ?? NOBODY}
              choices={[
                { value: NOBODY, label: member === undefined ? 'billing' : 'its member’s' },
                ...account.workspaces.map((one) => ({ value: one.id, label: one.name ?? one.id })),
              ]}
              onChange={(value) => change('workspace', { workspace: value === NOBODY ? undefined : value })}
            />
          </td>
        )}
        <td>
          <CellAmount
            label={`Credits a period of the key ${id}`}
            value={limit}
            none="no limit"
            of={id}
            onChange={(changed) => change('limit', { limit: changed })}
          />
        </td>
        <td>
          <RemoveButton
            label={`Remove the key ${id}`}
            onRemove={() => editThroughout(`Remove the key ${id}`, (now) => removeKey(now, id))}
          />
        </td>
      </tr>
      <FieldProblems path={`apiKeys.${String(place)}`} columns={6} />
    </>
  )
}

/** API keys: whose they are, which company their costs are booked to, and what each may use. */
export function KeyTable({ account }: { readonly account: WindowAccount }) {
  useWanted('key', () => pressById(ADD_ID))
  return (
    <div className={styles.part}>
      <h3>API keys</h3>
      {account.apiKeys.length === 0 ? (
        <p className={styles.hint}>
          Costs are told apart by key, and booked to the company that a key is for.
        </p>
      ) : (
        <div className={cells.scroll}>
          <table ref={oneStop} className={cells.table} aria-label="API keys">
            <thead>
              <tr>
                <th scope="col">Key</th>
                <th scope="col">Company</th>
                <th scope="col">Member</th>
                {account.workspaces.length === 0 ? null : <th scope="col">Workspace</th>}
                <th scope="col" className={cells.numeric}>
                  Credits a period
                </th>
                <th scope="col">
                  <span className="visually-hidden">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {account.apiKeys.map((apiKey, place) => (
                // A key that is renamed keeps its row, and the focus in it.
                <Row key={String(place)} account={account} apiKey={apiKey} place={place} />
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
        onClick={() => editAccount('Add an API key', addKey)}
      >
        Add a key
      </Button>
    </div>
  )
}
