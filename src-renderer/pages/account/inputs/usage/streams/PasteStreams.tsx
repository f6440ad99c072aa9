import { Button, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import { Toggle } from '#renderer/fields/Toggle.tsx'
import { onMainKey } from '#renderer/fields/main-key.ts'
import type { UsageStream } from '#shared/usage.ts'
import type { ModelChoice } from '#renderer/finding/models.ts'
import { credits, plural } from '#renderer/format/figures.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { readCells } from '../../people/paste/delimited.ts'
import { peopleOf } from './people-of.ts'
import { type ReadRow, readStreams } from './read-streams.ts'
import { takeAll, whoOf } from './stream-edits.ts'
import styles from './paste-streams.module.css'

interface OfPaste {
  readonly account: WindowAccount
  readonly choices: readonly ModelChoice[]
  readonly onClose: () => void
  readonly onTaken: (replaced: boolean) => void
}

/** Usage by product from a spreadsheet: what is understood of each row is shown before anything is added. */
export const PasteStreams = ({ opened, ...of }: OfPaste & { readonly opened: boolean }) => (
  <Modal
    opened={opened}
    onClose={of.onClose}
    title="Paste usage by product"
    size={680}
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    {opened ? <PasteForm {...of} /> : null}
  </Modal>
)

/** As many rows as tell what was understood. */
const ROWS_SHOWN = 100

/** Whether all there is came of one figure: nobody is named, and it is of one thing. */
const isOneFigure = (streams: readonly UsageStream[]): boolean => {
  const [only, ...others] = streams
  return only !== undefined && others.length === 0 && whoOf(only) === ''
}

function PasteForm({ account, choices, onClose, onTaken }: OfPaste) {
  const [text, setText] = useState('')
  const before = account.usage.kind === 'streams' ? account.usage.streams : []
  const [replaces, setReplaces] = useState(isOneFigure(before))
  const rows = useMemo(
    () => readStreams(readCells(text), { choices, people: peopleOf(account) }),
    [text, choices, account],
  )
  const taken = rows.flatMap(({ stream }) => stream ?? [])
  const refused = rows.filter(({ stream }) => stream === null)
  // What is wrong comes first: it may be anywhere in the list.
  const shown = [...refused, ...rows.filter(({ stream }) => stream !== null)].slice(0, ROWS_SHOWN)

  function take(): void {
    if (taken.length === 0) return
    takeAll(taken, replaces)
    onClose()
    onTaken(replaces)
  }

  return (
    <div className={styles.form} onKeyDown={onMainKey(take)}>
      <p className={styles.about}>
        Rows from a spreadsheet, in any order of columns: product and model by their names, the quantity a
        month, and a member, key or workspace where it is somebody’s.
      </p>
      <textarea
        {...OWN_UNDO}
        className={styles.text}
        aria-label="The usage"
        placeholder={'Text to Speech\tMultilingual v2\t250000'}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      {before.length === 0 ? null : (
        <Toggle
          label={`Replace ${plural(before.length, 'row')} of usage`}
          hint="Otherwise these are used beside what is there."
          checked={replaces}
          onChange={setReplaces}
        />
      )}
      <p className={styles.outcome} role="status">
        {rows.length === 0
          ? null
          : `${plural(taken.length, 'row')} will be added${refused.length === 0 ? '.' : `, ${plural(refused.length, 'row')} will be left out.`}`}
      </p>
      {rows.length === 0 ? null : <Preview rows={shown} all={rows.length} />}
      <div className={styles.buttons}>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          Cancel
        </Button>
        <Button size="compact-sm" disabled={taken.length === 0} onClick={take}>
          {replaces && before.length > 0 ? 'Replace by' : 'Add'} {credits(taken.length)}
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
