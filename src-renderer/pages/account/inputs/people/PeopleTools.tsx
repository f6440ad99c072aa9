import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconClipboardText } from '@tabler/icons-react'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { plural } from '#renderer/format/figures.ts'
import { useWanted, want } from '#renderer/state/wanted.ts'
import { AddMany } from './AddMany.tsx'
import { addToGroup, setGroup, setLocked, setWorkspace } from './edit-people.ts'
import { giveRole, giveSeat, go, removeSelected, selectedNow } from './grid-actions.ts'
import { ShareOut } from '../share/ShareOut.tsx'
import { sharersBySeat } from '../share/sharers.ts'
import { focusGrid, openDialog, say, useGrid } from './use-grid.ts'
import styles from './people.module.css'

/** What can be done with everybody, and in its place what can be done with those who are selected together. */
export function PeopleTools({ account }: { readonly account: WindowAccount }) {
  const selected = useGrid((grid) => [...grid.selected].filter((row) => row < account.members.length).length)
  return (
    <div className={styles.tools} role="toolbar" aria-label="People">
      {selected > 1 ? <ForSelected count={selected} account={account} /> : <ForAll account={account} />}
    </div>
  )
}

/** The button goes with the selection: keys go on in the grid. */
function removeThem(): void {
  focusGrid()
  removeSelected()
}

const ForAll = ({ account }: { readonly account: WindowAccount }) => (
  <>
    <AddMany />
    <Button
      variant="default"
      size="compact-xs"
      leftSection={<IconClipboardText size={13} />}
      onClick={() => openDialog({ kind: 'paste', text: '' })}
    >
      Paste people
    </Button>
    {account.members.length === 0 ? null : (
      <ShareOut
        account={account}
        among="members"
        sharers={sharersBySeat(account)}
        unevenly="By seat"
        onShared={say}
      />
    )}
  </>
)

function ForSelected({ count, account }: { readonly count: number; readonly account: WindowAccount }) {
  const { workspaces, groups, members } = account
  useWanted('many people', () => {
    // What adds people is in the place of this once nobody is selected.
    go(members.length, 'name')
    want('many people')
  })
  return (
    <>
      <span className={styles.count}>{plural(count, 'person', 'people')}</span>
      <Button variant="default" size="compact-xs" onClick={() => giveSeat(selectedNow(), 'full')}>
        Full
      </Button>
      <Button variant="default" size="compact-xs" onClick={() => giveSeat(selectedNow(), 'basic')}>
        Basic
      </Button>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button variant="default" size="compact-xs" rightSection={<IconChevronDown size={12} />}>
            Set
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu ?? ''}>
          <Menu.Item onClick={() => setLocked(selectedNow(), true)}>Lock</Menu.Item>
          <Menu.Item onClick={() => setLocked(selectedNow(), false)}>Unlock</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => giveRole(selectedNow(), 'admin')}>Admin</Menu.Item>
          <Menu.Item onClick={() => giveRole(selectedNow(), 'member')}>Member</Menu.Item>
          {workspaces.length === 0 ? null : <Menu.Label>Workspace</Menu.Label>}
          {workspaces.map(({ id, name = id }) => (
            <Menu.Item key={id} onClick={() => setWorkspace(selectedNow(), id)}>
              {name}
            </Menu.Item>
          ))}
          {groups.length === 0 ? null : <Menu.Label>Put in group</Menu.Label>}
          {groups.map(({ id }) => (
            <Menu.Item key={id} onClick={() => addToGroup(selectedNow(), id)}>
              {id}
            </Menu.Item>
          ))}
          {groups.length === 0 ? null : (
            <Menu.Item onClick={() => setGroup(selectedNow(), null)}>Out of all groups</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Button variant="subtle" color="gray" size="compact-xs" onClick={removeThem}>
        Remove
      </Button>
    </>
  )
}
