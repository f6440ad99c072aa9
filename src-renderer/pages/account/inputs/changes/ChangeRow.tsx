import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { useHandBack } from '#renderer/commands/hand-back.ts'
import { timeIn, dateIn } from '#renderer/format/days.ts'
import { day } from '#renderer/format/figures.ts'
import type { KeyedChange } from '#renderer/state/change-edits.ts'
import { theAddButton } from './add-button.ts'
import { KindIcon } from './KindIcon.tsx'
import styles from './changes.module.css'

export interface RowActions {
  readonly edit: (row: KeyedChange) => void
  readonly duplicate: (row: KeyedChange) => void
  readonly remove: (row: KeyedChange) => void
}

/** A change in the list: when, what, what is wrong with it, and what can be done with it. */
export function ChangeRow({
  row,
  words,
  problem,
  isOpen,
  actions,
}: {
  readonly row: KeyedChange
  readonly words: string
  readonly problem: string | undefined
  /** Its form is open. */
  readonly isOpen: boolean
  readonly actions: RowActions
}) {
  const problemId = useId()
  const item = useRef<HTMLLIElement>(null)
  useHandBack(item, theAddButton)
  const { change, key } = row
  const date = day(dateIn(change.on))
  const time = timeIn(change.on)
  return (
    <li ref={item} className={styles.row} data-open={isOpen} data-row={key}>
      <button
        type="button"
        className={styles.what}
        aria-label={`Edit ${date}${time === null ? '' : ` ${time} UTC`}: ${words}`}
        aria-describedby={problem === undefined ? undefined : problemId}
        onClick={() => actions.edit(row)}
      >
        <KindIcon kind={change.kind} />
        <span className={styles.date} aria-hidden>
          {date}
          {time === null ? null : <small> {time} UTC</small>}
        </span>{' '}
        <span className={styles.words} aria-hidden>
          {words}
        </span>
      </button>
      <button
        type="button"
        className={styles.icon}
        title="Duplicate"
        aria-label={`Duplicate ${words}`}
        onClick={() => actions.duplicate(row)}
      >
        <IconCopy size={14} aria-hidden />
      </button>
      <button
        type="button"
        className={styles.icon}
        title="Delete"
        aria-label={`Delete ${words}`}
        onClick={() => actions.remove(row)}
      >
        <IconTrash size={14} aria-hidden />
      </button>
      {problem === undefined ? null : (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
    </li>
  )
}
