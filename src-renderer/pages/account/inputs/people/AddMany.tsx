import { Button, Popover, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { SeatType } from '#shared/account.ts'
import { NumberField } from '#renderer/fields/NumberField.tsx'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import { plural } from '#renderer/format/figures.ts'
import { addMany } from './edit-people.ts'
import { accountNow, go } from './grid-actions.ts'
import { focusGrid, say } from './use-grid.ts'
import styles from './people.module.css'

const SEATS = [
  { value: 'full', label: 'Full' },
  { value: 'basic', label: 'Basic' },
]

/** As many as are added at once. */
const MOST_AT_ONCE = 5000

/** Adds people by their number, with names that count on. */
export function AddMany() {
  const [opened, setOpened] = useState(false)
  const [count, setCount] = useState(12)
  const [prefix, setPrefix] = useState('Person')
  const [seat, setSeat] = useState<SeatType>('basic')
  const name = prefix.trim()
  const wrong = name === '' || name.length > 900

  function add(event: FormEvent): void {
    event.preventDefault()
    event.stopPropagation()
    if (wrong) return
    const first = accountNow()?.members.length ?? 0
    addMany({ count, prefix: name, seat })
    setOpened(false)
    go(first, 'name')
    focusGrid()
    say(`Added ${plural(count, 'person', 'people')}.`)
  }

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
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
        <form className={styles.many} onSubmit={add}>
          <NumberField label="How many" value={count} onChange={setCount} min={1} max={MOST_AT_ONCE} />
          <TextInput
            {...OWN_UNDO}
            label="Named"
            value={prefix}
            onChange={(event) => setPrefix(event.currentTarget.value)}
            error={wrong ? 'A short name, which a number follows.' : undefined}
          />
          <SegmentedControl
            aria-label="Seat"
            data={SEATS}
            value={seat}
            onChange={(value) => setSeat(value === 'full' ? 'full' : 'basic')}
          />
          <Button type="submit" size="compact-sm" disabled={wrong}>
            Add {plural(count, 'person', 'people')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
