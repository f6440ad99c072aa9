import { Button, MultiSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { BillingGroup } from '#shared/account.ts'
import { CellAmount } from '#renderer/fields/CellAmount.tsx'
import { CellText } from '#renderer/fields/CellText.tsx'
import cells from '#renderer/fields/cells.module.css'
import { RemoveButton } from '#renderer/fields/RemoveButton.tsx'
import { ADDS } from '#renderer/fields/removing.ts'
import { plural } from '#renderer/format/figures.ts'
import { addGroup, changeGroup, removeGroup, renameGroup } from '#renderer/state/account-edits/limits.ts'
import { editAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { editThroughout } from '#renderer/state/edit-throughout.ts'
import { useWanted } from '#renderer/state/wanted.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { chosenAmong } from './chosen-among.ts'
import { FieldProblems } from '../FieldProblems.tsx'
import { pressById } from '../press-by-id.ts'
import styles from '../inputs.module.css'

const ADD_ID = 'add-group'

/** Of many names only so many are listed at once; typing finds the others. */
const MOST_LISTED = 60

/** Everybody who can be in a group: members, also such as come later, and keys that belong to nobody. */
function whoCanBeIn({ members, changes, apiKeys }: WindowAccount) {
  const invited = changes.flatMap((change) => (change.kind === 'inviteMember' ? [change.member.id] : []))
  return {
    members: [...new Set([...members.map(({ id }) => id), ...invited])],
    keys: apiKeys.filter(({ member }) => member === undefined).map(({ id }) => id),
  }
}

const MEMBER = 'member '
const KEY = 'key '
const tagged = (tag: string, ids: readonly string[]) => ids.map((id) => ({ value: `${tag}${id}`, label: id }))
const without = (tag: string, values: readonly string[]) =>
  values.filter((value) => value.startsWith(tag)).map((value) => value.slice(tag.length))

function WhoIsIn({ group, account }: { readonly group: BillingGroup; readonly account: WindowAccount }) {
  const { members, apiKeys = [] } = group
  const [search, setSearch] = useState('')
  const picked = useMemo(() => [...tagged(MEMBER, members), ...tagged(KEY, apiKeys)], [members, apiKeys])
  // A name that is typed brings those into sight who are in the group, and can be taken out of it.
  const found = useMemo(() => bySearch(picked, search), [picked, search])
  const shown = found.slice(0, MOST_LISTED).map(({ value }) => value)
  const data = useMemo(() => {
    const hidden = new Set(picked.map(({ value }) => value))
    for (const { value } of found.slice(0, MOST_LISTED)) hidden.delete(value)
    const inSight = ({ value }: { readonly value: string }) => !hidden.has(value)
    const { members: people, keys } = whoCanBeIn(account)
    return [
      { group: 'Members', items: tagged(MEMBER, people).filter(inSight) },
      ...(keys.length === 0 ? [] : [{ group: 'Service accounts', items: tagged(KEY, keys).filter(inSight) }]),
    ]
  }, [account, picked, found])
  return (
    <>
      <MultiSelect
        aria-label={`Who is in ${group.id}`}
        size="xs"
        data={data}
        limit={MOST_LISTED}
        searchable
        searchValue={search}
        onSearchChange={setSearch}
        hidePickedOptions
        maxDropdownHeight={260}
        value={shown}
        onChange={(values) =>
          editAccount(
            `Change who is in ${group.id}`,
            (now) => {
              const before = now.groups.find(({ id }) => id === group.id)
              const was = [...tagged(MEMBER, before?.members ?? []), ...tagged(KEY, before?.apiKeys ?? [])]
              const all = chosenAmong(
                was.map(({ value }) => value),
                shown,
                values,
              )
              const keys = without(KEY, all)
              return changeGroup(now, group.id, {
                members: without(MEMBER, all),
                apiKeys: keys.length === 0 ? undefined : keys,
              })
            },
            `groups ${group.id} who`,
          )
        }
      />
      {found.length > shown.length ? (
        <p className={styles.hint}>
          {plural(found.slice(MOST_LISTED).length, 'other is', 'others are')} in it too; type a name to see
          them.
        </p>
      ) : null}
    </>
  )
}

function bySearch<T extends { readonly label: string }>(all: readonly T[], search: string): readonly T[] {
  const wanted = search.trim().toLowerCase()
  return wanted === '' ? all : all.filter(({ label }) => label.toLowerCase().includes(wanted))
}

function Row({
  account,
  group,
  place,
}: {
  readonly account: WindowAccount
  readonly group: BillingGroup
  readonly place: number
}) {
  const [isOpen, setOpen] = useState(false)
  const { id, members, apiKeys = [], limit } = group
  return (
    <>
      <tr>
        <td>
          <CellText
            label={`Name of the group ${id}`}
            value={id}
            onChange={(name) =>
              editThroughout(`Rename the group ${id} to ${name}`, (now) => renameGroup(now, id, name))
            }
          />
        </td>
        <td>
          <button
            type="button"
            className={styles.link}
            aria-expanded={isOpen}
            aria-label={`Who is in ${id}: ${plural(members.length, 'member')}`}
            onClick={() => setOpen(!isOpen)}
          >
            {plural(members.length, 'member')}
            {apiKeys.length === 0 ? '' : `, ${plural(apiKeys.length, 'key')}`}
          </button>
        </td>
        <td>
          <CellAmount
            label={`Credits a period of the group ${id}`}
            value={limit}
            none="no limit"
            of={id}
            onChange={(changed) =>
              editAccount(
                `Change the limit of ${id}`,
                (now) => changeGroup(now, id, { limit: changed }),
                `groups ${id} limit`,
              )
            }
          />
        </td>
        <td>
          <RemoveButton
            label={`Remove the group ${id}`}
            onRemove={() => editThroughout(`Remove the group ${id}`, (now) => removeGroup(now, id))}
          />
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={4}>
            <WhoIsIn group={group} account={account} />
          </td>
        </tr>
      ) : null}
      <FieldProblems path={`groups.${String(place)}`} columns={4} />
    </>
  )
}

/** Billing groups: who is in them, and what they may use together. */
export function GroupTable({ account }: { readonly account: WindowAccount }) {
  useWanted('group', () => pressById(ADD_ID))
  return (
    <div className={styles.part}>
      <h3>Billing groups</h3>
      {account.groups.length === 0 ? (
        <p className={styles.hint}>
          A group holds its members and service accounts to so many credits a period together.
        </p>
      ) : (
        <div className={cells.scroll}>
          <table ref={oneStop} className={cells.table} aria-label="Billing groups">
            <thead>
              <tr>
                <th scope="col">Group</th>
                <th scope="col">Who</th>
                <th scope="col" className={cells.numeric}>
                  Credits a period
                </th>
                <th scope="col">
                  <span className="visually-hidden">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {account.groups.map((group, place) => (
                // A group that is renamed keeps its row, and the focus in it.
                <Row key={String(place)} account={account} group={group} place={place} />
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
        onClick={() => editAccount('Add a billing group', addGroup)}
      >
        Add a group
      </Button>
    </div>
  )
}
