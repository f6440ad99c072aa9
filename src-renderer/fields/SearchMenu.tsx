import { Button, Combobox, useCombobox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { OWN_UNDO } from './own-undo.ts'
import styles from './search-menu.module.css'

export interface MenuOption {
  /** Unlike that of every other option. */
  readonly value: string
  readonly label: string
  /** What is worth knowing of it, or why it cannot be chosen. */
  readonly note?: string | undefined
  readonly disabled?: boolean
  readonly icon?: ReactNode
}

export interface MenuGroup {
  readonly group: string
  readonly options: readonly MenuOption[]
}

/** The words of a menu. */
export interface MenuWords {
  readonly button: string
  readonly search: string
  readonly placeholder: string
  readonly options: string
  /** Where nothing is called what was typed. */
  readonly none: string
}

/** A button with a menu of things to choose, by group, found by typing. */
export function SearchMenu({
  id,
  words,
  groupsFor,
  disabled = false,
  onPick,
  onOpen,
}: {
  readonly id?: string
  readonly words: MenuWords
  /** What there is to choose that fits what was typed; groups without an option are left out. */
  readonly groupsFor: (typed: string) => readonly MenuGroup[]
  readonly disabled?: boolean
  readonly onPick: (value: string) => void
  readonly onOpen?: () => void
}) {
  const [typed, setTyped] = useState('')
  const menu = useCombobox({
    onDropdownOpen: () => {
      menu.focusSearchInput()
      onOpen?.()
    },
    onDropdownClose: () => {
      menu.resetSelectedOption()
      setTyped('')
    },
  })
  const groups = menu.dropdownOpened ? groupsFor(typed) : []
  // What was typed for is chosen with Enter: the first that fits is marked, once it is there.
  const mark = useEffectEvent((text: string) => {
    if (text === '') menu.resetSelectedOption()
    else menu.selectFirstOption()
  })
  useEffect(() => mark(typed), [typed])
  function pick(value: string): void {
    menu.closeDropdown()
    onPick(value)
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
          {...(id === undefined ? {} : { id })}
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          aria-haspopup="listbox"
          aria-expanded={menu.dropdownOpened}
          disabled={disabled}
          onClick={() => menu.toggleDropdown()}
        >
          {words.button}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          {...OWN_UNDO}
          role="combobox"
          aria-expanded={menu.dropdownOpened}
          aria-label={words.search}
          placeholder={words.placeholder}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            menu.closeDropdown()
            menu.focusTarget()
          }}
        />
        <Combobox.Options aria-label={words.options} className={styles.options ?? ''}>
          {groups.map(({ group, options }) => (
            <Combobox.Group key={group} label={group}>
              {options.map(({ value, label, note, icon, disabled: shut = false }) => (
                <Combobox.Option
                  key={value}
                  value={value}
                  disabled={shut}
                  className={styles.option ?? ''}
                  data-icon={icon !== undefined}
                >
                  {icon}
                  <span>
                    {label}
                    {note === undefined ? null : <small>{note}</small>}
                  </span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {groups.length === 0 ? <Combobox.Empty>{words.none}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
