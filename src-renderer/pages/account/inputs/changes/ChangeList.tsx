import { Button } from '@mantine/core'
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { plural } from '#renderer/format/figures.ts'
import type { KeyedChange } from '#renderer/state/change-edits.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { ChangeRow, type RowActions } from './ChangeRow.tsx'
import styles from './changes.module.css'

/** As many as a person looks through before asking for more. */
const PAGE = 60

/** The changes in order of date: one stop of the Tab key, and arrows move through them. */
export function ChangeList({
  rows,
  wordsOf,
  problemOf,
  open,
  wanted,
  onEdit,
  onDuplicate,
  onRemove,
}: {
  readonly rows: readonly KeyedChange[]
  readonly wordsOf: (row: KeyedChange) => string
  readonly problemOf: (row: KeyedChange) => string | undefined
  /** The change whose form is open. */
  readonly open: string | null
  /** A row that is to be shown and to have the focus; a new object each time it is asked for. */
  readonly wanted: { readonly key: string } | null
  readonly onEdit: (row: KeyedChange) => void
  readonly onDuplicate: (row: KeyedChange) => void
  readonly onRemove: (row: KeyedChange) => void
}) {
  const list = useRef<HTMLUListElement | null>(null)
  const [pages, setPages] = useState(1)
  const [shownFor, setShownFor] = useState(wanted)
  const focusNext = useRef<string | null>(null)

  if (wanted !== shownFor) {
    setShownFor(wanted)
    const place = rows.findIndex(({ key }) => key === wanted?.key)
    setPages(pagesFor(place, pages))
  }
  useLayoutEffect(() => {
    if (wanted) focusOn(list.current, wanted.key)
  }, [wanted])
  useLayoutEffect(() => {
    const key = focusNext.current
    focusNext.current = null
    if (key !== null) focusOn(list.current, key)
  })

  const asOneStop = useCallback((element: HTMLUListElement | null) => {
    list.current = element
    return oneStop(element)
  }, [])
  const shown = rows.slice(0, pages * PAGE)
  const hidden = rows.length - shown.length
  const actions: RowActions = {
    edit: onEdit,
    duplicate: onDuplicate,
    remove: (row) => {
      const place = rows.indexOf(row)
      const heir = rows[place + 1] ?? rows[place - 1]
      if (heir) focusNext.current = heir.key
      onRemove(row)
    },
  }
  function press(event: KeyboardEvent): void {
    const at = event.target instanceof Element ? event.target.closest('[data-row]') : null
    const place = shown.findIndex(({ key }) => key === at?.getAttribute('data-row'))
    const row = shown[place]
    const to = targetOf(event.key, place, shown)
    if (event.ctrlKey || event.metaKey || event.altKey || !row) return
    if (event.key === 'Delete') actions.remove(row)
    else if (to) focusOn(list.current, to.key)
    else return
    event.preventDefault()
  }
  return (
    <>
      <ul ref={asOneStop} className={styles.list} aria-label="Changes by date" onKeyDown={press}>
        {shown.map((row) => (
          <ChangeRow
            key={row.key}
            row={row}
            words={wordsOf(row)}
            problem={problemOf(row)}
            isOpen={row.key === open}
            actions={actions}
          />
        ))}
      </ul>
      {hidden === 0 ? null : (
        <Button variant="subtle" size="compact-xs" onClick={() => setPages(pages + 1)}>
          Show more of the {plural(hidden, 'change')} that follow
        </Button>
      )}
    </>
  )
}

const pagesFor = (place: number, pages: number): number => Math.max(pages, Math.ceil((place + 1) / PAGE))

function focusOn(list: HTMLElement | null, key: string): void {
  const row = list?.querySelector(`[data-row="${CSS.escape(key)}"]`)
  row?.scrollIntoView({ block: 'nearest' })
  row?.querySelector('button')?.focus({ preventScroll: true })
}

function targetOf(key: string, place: number, rows: readonly KeyedChange[]): KeyedChange | undefined {
  switch (key) {
    case 'ArrowDown':
      return rows[place + 1]
    case 'ArrowUp':
      return rows[place - 1]
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
    default:
      return undefined
  }
}
