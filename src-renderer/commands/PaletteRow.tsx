import { Kbd } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import type { Listed } from './palette-list.ts'
import type { Mark } from './palette-match.ts'
import styles from './palette.module.css'

/** A label with what was typed of it set off. */
function Marked({ label, marks }: { readonly label: string; readonly marks: readonly Mark[] }) {
  const plainTo = (place: number) => marks[place]?.start ?? label.length
  return (
    <span className={styles.label}>
      {label.slice(0, plainTo(0))}
      {marks.map(({ start, end }, place) => (
        <span key={start}>
          <mark>{label.slice(start, end)}</mark>
          {label.slice(end, plainTo(place + 1))}
        </span>
      ))}
    </span>
  )
}

/** One line of the palette: what it does or where it leads, and its keys, or why it does nothing just now. */
export function PaletteRow({
  id,
  listed: { entry, marks, heading },
  selected,
  grouped,
  onPoint,
  onChoose,
}: {
  readonly id: string
  readonly listed: Listed
  readonly selected: boolean
  /** Whether headings say which group it is of, which it says itself elsewhere. */
  readonly grouped: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}) {
  const { label, group, detail, keys, unavailable } = entry
  const row = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <>
      {heading === null ? null : (
        <li className={styles.heading} role="presentation">
          {heading}
        </li>
      )}
      <li
        ref={row}
        id={id}
        className={styles.row}
        role="option"
        aria-selected={selected}
        aria-disabled={unavailable !== null}
        onMouseMove={onPoint}
        onClick={onChoose}
      >
        <Marked label={label} marks={marks} />
        {detail === '' ? null : <span className={styles.detail}>{detail}</span>}
        <span className={styles.end}>
          {grouped ? null : <span>{group}</span>}
          {unavailable === null ? keys.map((key) => <Kbd key={key}>{key}</Kbd>) : <span>{unavailable}</span>}
        </span>
      </li>
    </>
  )
}
