import { Kbd, Modal } from '@mantine/core'
import { setView, useView } from '#renderer/state/view.ts'
import { type Command, commands } from './registry.ts'
import styles from './help.module.css'

const GROUPS = ['Inputs', 'Plans', 'View'] as const

/** Seven keys that do the same for seven ranks read better as one line. */
const FIRST_RANK = 'plan.focus.1'
const isLaterRank = (command: Command): boolean =>
  command.id.startsWith('plan.focus.') && command.id !== FIRST_RANK

export function HelpDialog() {
  const opened = useView((view) => view.help)
  return (
    <Modal
      opened={opened}
      onClose={() => setView({ help: false })}
      title="Keyboard shortcuts"
      size={560}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.groups}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl className={styles.list}>
              {commands
                .filter((command) => command.group === group && !isLaterRank(command))
                .map((command) => (
                  <div key={command.id} className={styles.entry}>
                    <dt>
                      {command.id === FIRST_RANK
                        ? 'Show a plan of the ranking month by month'
                        : command.label}
                    </dt>
                    <dd>
                      <Kbd>{command.key}</Kbd>
                      {command.id === FIRST_RANK ? (
                        <>
                          {' to '}
                          <Kbd>7</Kbd>
                        </>
                      ) : null}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <p className={styles.note}>
          On the usage slider and the marker in the chart: arrow keys move by one step, Page Up and Page Down
          by ten, Home and End to the ends.
        </p>
      </div>
    </Modal>
  )
}
