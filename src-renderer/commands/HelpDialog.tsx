import { Kbd, Modal } from '@mantine/core'
import { COMMAND_GROUPS } from '#shared/commands.ts'
import type { Screen } from '#shared/screens.ts'
import { useRoute } from '#renderer/state/route.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { keysOf } from './accelerators.ts'
import { chordWorks, type Command, commands, keyWorks } from './registry.ts'
import styles from './help.module.css'

/** Seven keys that do the same for seven ranks read better as one line. */
const FIRST_RANK = 'plan.focus.1'
const isLaterRank = (command: Command): boolean =>
  command.id.startsWith('plan.focus.') && command.id !== FIRST_RANK

interface Entry {
  readonly command: Command
  readonly chord: readonly string[]
  readonly key: string | null
}

/** A command with the keys that run it on a screen: none is listed where it does nothing. */
function entryOf(command: Command, screen: Screen): Entry {
  const { accelerator, key } = command
  return {
    command,
    chord: accelerator !== null && chordWorks(command, screen) ? keysOf(accelerator) : [],
    key: keyWorks(command, screen) ? key : null,
  }
}

const groupsOn = (screen: Screen) =>
  COMMAND_GROUPS.map((group) => ({
    group,
    entries: commands
      .filter((command) => command.group === group && !isLaterRank(command))
      .map((command) => entryOf(command, screen))
      .filter(({ chord, key }) => chord.length > 0 || key !== null),
  })).filter(({ entries }) => entries.length > 0)

function Keys({ entry: { command, chord, key } }: { readonly entry: Entry }) {
  return (
    <dd className={styles.keys}>
      {chord.map((part) => (
        <Kbd key={part}>{part}</Kbd>
      ))}
      {key === null ? null : <Kbd>{key}</Kbd>}
      {command.id === FIRST_RANK ? (
        <>
          to <Kbd>7</Kbd>
        </>
      ) : null}
    </dd>
  )
}

export function HelpDialog() {
  const opened = useView((view) => view.help)
  const screen = useRoute((route) => route.screen)
  return (
    <Modal
      opened={opened}
      onClose={() => setView({ help: false })}
      title="Keyboard shortcuts"
      size={1080}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.groups}>
        {groupsOn(screen).map(({ group, entries }) => (
          <section key={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl className={styles.list}>
              {entries.map((entry) => (
                <div key={entry.command.id} className={styles.entry}>
                  <dt>
                    {entry.command.id === FIRST_RANK
                      ? 'Show a plan of the ranking month by month'
                      : entry.command.label}
                  </dt>
                  <Keys entry={entry} />
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.note}>
        On the usage slider and the marker in the chart: arrow keys move by one step, Page Up and Page Down by
        ten, Home and End to the ends. Each table is one stop of the Tab key: arrow keys go from cell to cell,
        Home and End to the ends of a row, with Ctrl of the table; Enter acts, or goes into a field, and
        Escape comes back. In the list of scenarios: arrow keys select, Enter opens.
      </p>
    </Modal>
  )
}
