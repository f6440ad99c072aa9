import { Button, Popover, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FocusEvent, type FormEvent, useRef, useState } from 'react'
import { NumberField } from '#renderer/fields/NumberField.tsx'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import { useWanted } from '#renderer/state/wanted.ts'
import { addMany } from './edit-people.ts'
import { accountNow, go } from './grid-actions.ts'
import { bySeatInWords } from './person-facts.ts'
import { say } from './use-grid.ts'
import styles from './people.module.css'

/** As many of a seat as are added at once. */
const MOST_AT_ONCE = 5000

/** Adds people by how many hold which seat, with names that count on. */
export function AddMany() {
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useWanted('many people', () => {
    // A popover shows nothing where its button is out of sight.
    button.current?.scrollIntoView({ block: 'center' })
    button.current?.focus()
    setOpened(true)
  })
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          ref={button}
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={13} />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          Add people
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add people">
        {opened ? <ManyForm onClose={() => setOpened(false)} /> : null}
      </Popover.Dropdown>
    </Popover>
  )
}

/** What is typed takes the place of what stands there. */
function selectAll({ target }: FocusEvent): void {
  if (target instanceof HTMLInputElement) target.select()
}

function ManyForm({ onClose }: { readonly onClose: () => void }) {
  const [full, setFull] = useState(0)
  const [basic, setBasic] = useState(0)
  const [prefix, setPrefix] = useState('Person')
  const name = prefix.trim()
  const wrong = name === '' || name.length > 900
  const nobody = full === 0 && basic === 0
  const who = bySeatInWords({ full, basic })

  function add(event: FormEvent): void {
    event.preventDefault()
    event.stopPropagation()
    if (wrong || nobody) return
    const first = accountNow()?.members.length ?? 0
    addMany({ full, basic, prefix: name })
    onClose()
    go(first, 'name')
    say(`Added ${who}.`)
  }

  return (
    <form className={styles.many} onSubmit={add} onFocus={selectAll}>
      <NumberField label="Full" value={full} onChange={setFull} min={0} max={MOST_AT_ONCE} />
      <NumberField label="Basic" value={basic} onChange={setBasic} min={0} max={MOST_AT_ONCE} />
      <TextInput
        {...OWN_UNDO}
        label="Named"
        value={prefix}
        onChange={(event) => setPrefix(event.currentTarget.value)}
        error={wrong ? 'A short name, which a number follows.' : undefined}
      />
      <Button type="submit" size="compact-sm" disabled={wrong || nobody}>
        {nobody ? 'Add people' : `Add ${who}`}
      </Button>
    </form>
  )
}
