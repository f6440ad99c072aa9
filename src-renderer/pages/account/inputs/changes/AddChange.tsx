import { Button, Combobox, useCombobox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChangeGround } from '#renderer/finding/change-ground.ts'
import type { ChangeKind } from '#renderer/finding/change-in-words.ts'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import { ADD_ID } from './add-button.ts'
import { CHANGE_KINDS, offeredKinds } from './change-forms.ts'
import { KindIcon } from './KindIcon.tsx'
import styles from './changes.module.css'

/** A menu of every kind of change, by group, found by typing; those that cannot be say why. */
export function AddChange({
  ground,
  onPick,
}: {
  readonly ground: ChangeGround
  readonly onPick: (kind: ChangeKind) => void
}) {
  const [typed, setTyped] = useState('')
  const menu = useCombobox({
    onDropdownOpen: () => menu.focusSearchInput(),
    onDropdownClose: () => {
      menu.resetSelectedOption()
      setTyped('')
    },
  })
  const groups = offeredKinds(ground, typed)
  function pick(value: string): void {
    const kind = CHANGE_KINDS.find((known) => known === value)
    menu.closeDropdown()
    if (kind !== undefined) onPick(kind)
  }
  return (
    <Combobox
      store={menu}
      width={320}
      position="bottom-start"
      withinPortal={false}
      floatingStrategy="fixed"
      onOptionSubmit={pick}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <Button
          id={ADD_ID}
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          aria-haspopup="listbox"
          aria-expanded={menu.dropdownOpened}
          onClick={() => menu.toggleDropdown()}
        >
          Add a change
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          {...OWN_UNDO}
          role="combobox"
          aria-expanded={menu.dropdownOpened}
          aria-label="Kind of change"
          placeholder="Find a kind of change"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            menu.resetSelectedOption()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            menu.closeDropdown()
            menu.focusTarget()
          }}
        />
        <Combobox.Options aria-label="Kinds of change" className={styles.kinds ?? ''}>
          {groups.map(({ group, kinds }) => (
            <Combobox.Group key={group} label={group}>
              {kinds.map(({ kind, name, why }) => {
                return (
                  <Combobox.Option
                    key={kind}
                    value={kind}
                    disabled={why !== null}
                    className={styles.kind ?? ''}
                  >
                    <KindIcon kind={kind} />
                    <span>
                      {name}
                      {why === null ? null : <small>{why}</small>}
                    </span>
                  </Combobox.Option>
                )
              })}
            </Combobox.Group>
          ))}
          {groups.length === 0 ? <Combobox.Empty>No kind of change is called that.</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
