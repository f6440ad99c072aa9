import { Button, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import type { ModelChoice } from '#renderer/finding/models.ts'
import { credits, plural } from '#renderer/format/figures.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { readCells } from '../../people/paste/delimited.ts'
import { peopleOf } from './people-of.ts'
import { type ReadRow, readStreams } from './read-streams.ts'
import { addAll, whoOf } from './stream-edits.ts'
import styles from './paste-streams.module.css'

interface OfPaste {
  readonly account: WindowAccount
  readonly choices: readonly ModelChoice[]
  readonly onClose: () => void
  readonly onTaken: () => void
}

/** Streams from a spreadsheet: what is understood of each row is shown before anything is added. */
export const PasteStreams = ({ opened, ...of }: OfPaste & { readonly opened: boolean }) => (
  <Modal
    opened={opened}
    onClose={of.onClose}
    title="Paste streams"
    size={680}
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    {opened ? <PasteForm {...of} /> : null}
  </Modal>
)

/** As many rows as tell what was understood. */
const ROWS_SHOWN = 100

function PasteForm({ account, choices, onClose, onTaken }: OfPaste) {
  const [text, setText] = useState('')
  const rows = useMemo(
    () => readStreams(readCells(text), { choices, people: peopleOf(account) }),
    [text, choices, account],
  )
  const taken = rows.flatMap(({ stream }) => stream ?? [])
  const refused = rows.filter(({ stream }) => stream === null)
  // What is wrong comes first: it may be anywhere in the list.
  const shown = [...refused, ...rows.filter(({ stream }) => stream !== null)].slice(0, ROWS_SHOWN)

  function take(): void {
    addAll(taken)
    onClose()
    onTaken()
  }

  return (
    <div className={styles.form}>
      <p className={styles.about}>
        Rows from a spreadsheet, in any order of columns: product and model by their names, the quantity a
        month, and a member, key or workspace where it is somebody’s.
      </p>
      <textarea
        {...OWN_UNDO}
        className={styles.text}
        aria-label="The streams"
        placeholder={'Text to Speech\tMultilingual v2\t250000'}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      <p className={styles.outcome} role="status">
        {rows.length === 0
          ? null
          : `${plural(taken.length, 'stream')} understood${refused.length === 0 ? '.' : `, ${plural(refused.length, 'row')} not taken.`}`}
      </p>
      {rows.length === 0 ? null : <Preview rows={shown} all={rows.length} />}
      <div className={styles.buttons}>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          Cancel
        </Button>
        <Button size="compact-sm" disabled={taken.length === 0} onClick={take}>
          Add {credits(taken.length)}
        </Button>
      </div>
    </div>
  )
}

const Preview = ({ rows, all }: { readonly rows: readonly ReadRow[]; readonly all: number }) => (
  <div className={styles.preview} tabIndex={0} role="group" aria-label="What was understood">
    <table>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">Product and model</th>
          <th scope="col" className={styles.numeric}>
            Quantity
          </th>
          <th scope="col">Who</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, text, stream, name, why }) => (
          <tr key={row} data-refused={stream === null || undefined}>
            <td>{row}</td>
            {stream === null ? (
              <td colSpan={3}>
                {name === '' ? text : name}: {why}
              </td>
            ) : (
              <>
                <td>{name}</td>
                <td className={styles.numeric}>{credits(stream.monthly)}</td>
                <td>{whoOf(stream)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
    {all > rows.length ? (
      <p className={styles.about}>
        {credits(rows.length)} of {credits(all)} rows.
      </p>
    ) : null}
  </div>
)
