import { Kbd, Modal } from '@mantine/core'
import { COMMAND_GROUPS } from '#shared/commands.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { keysOf } from './accelerators.ts'
import { type Command, commands } from './registry.ts'
import styles from './help.module.css'

/** Seven keys that do the same for seven ranks read better as one line. */
const FIRST_RANK = 'plan.focus.1'
const isLaterRank = (command: Command): boolean =>
  command.id.startsWith('plan.focus.') && command.id !== FIRST_RANK

const GROUPS = COMMAND_GROUPS.map((group) => ({
  group,
  entries: commands.filter((command) => command.group === group && !isLaterRank(command)),
})).filter(({ entries }) => entries.length > 0)

function Keys({ command }: { readonly command: Command }) {
  const chord = command.accelerator === null ? [] : keysOf(command.accelerator)
  return (
    <dd className={styles.keys}>
      {chord.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {command.key === null ? null : <Kbd>{command.key}</Kbd>}
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
  return (
    <Modal
      opened={opened}
      onClose={() => setView({ help: false })}
      title="Keyboard shortcuts"
      size={1080}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.groups}>
        {GROUPS.map(({ group, entries }) => (
          <section key={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl className={styles.list}>
              {entries.map((command) => (
                <div key={command.id} className={styles.entry}>
                  <dt>
                    {command.id === FIRST_RANK ? 'Show a plan of the ranking month by month' : command.label}
                  </dt>
                  <Keys command={command} />
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.note}>
        On the usage slider and the marker in the chart: arrow keys move by one step, Page Up and Page Down by
        ten, Home and End to the ends. In the list of scenarios: arrow keys select, Enter opens.
      </p>
    </Modal>
  )
}
