import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { standsAlone } from '#shared/screens.ts'
import { plural } from '#renderer/format/figures.ts'
import { useAnswerWhere } from '#renderer/state/answers.ts'
import { useRoute } from '#renderer/state/route.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { commandOfChord } from './accelerators.ts'
import type { Entry } from './entry.ts'
import { entriesHere } from './palette-entries.ts'
import { listing } from './palette-list.ts'
import { PaletteRow } from './PaletteRow.tsx'
import { platform } from './use-shortcuts.ts'
import styles from './palette.module.css'

const close = (): void => setView({ palette: false })

/** Remembered for as long as the window is open. */
function remember({ id }: Entry): void {
  const { chosen } = useView.getState()
  setView({ chosen: [id, ...chosen.filter((other) => other !== id)].slice(0, MOST_REMEMBERED) })
}
const MOST_REMEMBERED = 50

/** The row a key moves to from one of so many; undefined for a key that moves none. */
export function rowByKey(key: string, row: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return row + 1 < count ? row + 1 : 0
    case 'ArrowUp':
      return row > 0 ? row - 1 : Math.max(0, count - 1)
    case 'PageDown':
      return Math.min(row + 8, Math.max(0, count - 1))
    case 'PageUp':
      return Math.max(0, row - 8)
    default:
      return undefined
  }
}

/** What to do where nothing is found. */
const Nothing = ({ of, alone }: { readonly of: number; readonly alone: boolean }) => (
  <>
    <strong>Nothing is called that.</strong>{' '}
    <span>
      Try one word of what you look for{alone ? '' : ', such as “export”, “invoices” or a scenario’s name'},
      or empty the field to see all {plural(of, 'entry', 'entries')}.
    </span>
  </>
)

function Opened() {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [row, setRow] = useState(0)
  const chosen = useView((view) => view.chosen)
  const alone = useRoute(({ screen }) => standsAlone(screen))
  const { value: scenarios } = useAnswerWhere(!alone, 'library.whole', { bin: false, tag: null, search: '' })
  const entries = useMemo(() => entriesHere(scenarios ?? []), [scenarios])
  const { rows, more } = useMemo(() => listing(entries, typed, chosen), [entries, typed, chosen])
  const active = rows[row]

  // The browser gives the focus back to what had it when a dialog of its own is closed.
  useLayoutEffect(() => dialog.current?.showModal(), [])

  const choose = (entry: Entry) => {
    if (entry.unavailable !== null) return
    remember(entry)
    dialog.current?.close()
    close()
    entry.run(platform)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = rowByKey(event.key, row, rows.length)
    if (next !== undefined) setRow(next)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && active) choose(active.entry)
    else if (commandOfChord(event)?.id === 'palette.open') dialog.current?.close()
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label="Command palette"
      aria-modal
      data-nothing={rows.length === 0}
      onClose={close}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <input
        className={styles.field}
        role="combobox"
        aria-label={alone ? 'Command' : 'Command, place or scenario'}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${id}-${active.entry.id}` : undefined}
        placeholder={alone ? 'What would you like to do?' : 'What would you like to do, or go to?'}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setRow(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} className={styles.list} role="listbox" aria-label="Found">
        {rows.map((listed, place) => (
          <PaletteRow
            key={listed.entry.id}
            id={`${id}-${listed.entry.id}`}
            listed={listed}
            selected={place === row}
            grouped={typed.trim() === ''}
            onPoint={() => setRow(place)}
            onChoose={() => choose(listed.entry)}
          />
        ))}
      </ul>
      <p className={styles.foot} role="status">
        {rows.length === 0 ? (
          <Nothing of={entries.length} alone={alone} />
        ) : (
          plural(rows.length, 'entry', 'entries')
        )}
        {more === 0 ? '' : `, and ${String(more)} more: type to narrow them`}
      </p>
    </dialog>
  )
}

/** Every command, screen, section of the settings and scenario by its name, over whatever screen is shown. */
export function Palette() {
  const opened = useView((view) => view.palette)
  return opened ? <Opened /> : null
}
