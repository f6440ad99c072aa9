import { credits, plural } from '#renderer/format/figures.ts'
import type { ReadPeople } from './read-people.ts'
import styles from './paste.module.css'

/** As many refusals as a person reads one by one. */
const MOST_SHOWN = 100

/** Who would be added and changed, and who is refused and why. */
export function PasteOutcome({ read }: { readonly read: ReadPeople }) {
  const { added, changed, refused } = read
  return (
    <div>
      <p role="status" className={styles.outcome}>
        {[
          `${plural(added, 'person', 'people')} will be added`,
          ...(changed === 0 ? [] : [`${credits(changed)} who are there already will be changed`]),
          ...(refused.length === 0 ? [] : [`${plural(refused.length, 'row')} will be left out`]),
        ].join(', ')}
        .
      </p>
      {refused.length === 0 ? null : (
        <ul className={styles.refused} tabIndex={0} aria-label="Rows that will be left out">
          {refused.slice(0, MOST_SHOWN).map(({ row, who, why }) => (
            <li key={row}>
              <span className={styles.row}>Row {credits(row)}</span>{' '}
              {who === '' ? null : <strong>{who}</strong>} {why}
            </li>
          ))}
          {refused.length > MOST_SHOWN ? <li>And more rows like these.</li> : null}
        </ul>
      )}
    </div>
  )
}
