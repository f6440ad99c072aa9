import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useHandBack } from '#renderer/commands/hand-back.ts'
import { longDay } from '#renderer/format/days.ts'
import { day } from '#renderer/format/figures.ts'
import { theAddButton } from './add-button.ts'
import type { OfAxis } from './axis-actions.ts'
import { cornerOf, hasRoomForLabel, type Mark, sideOf } from './axis-marks.ts'
import { draggedTo, isDrag } from './axis-span.ts'
import { KindIcon } from './KindIcon.tsx'
import styles from './axis.module.css'

/** Where the pointer took hold of a mark, and what it was then. */
interface Grip {
  readonly from: number
  readonly date: string
  readonly moved: boolean
}

/** A change on its day: dragged or moved by keys to another one, and opened by a click. */
export function SingleMark({
  id,
  mark,
  span,
  width,
  run,
  held,
  stop,
  keysId,
  tellOf,
  actions,
}: OfAxis & { readonly id: string; readonly mark: Mark }) {
  const button = useRef<HTMLButtonElement>(null)
  useHandBack(button, theAddButton)
  const grip = useRef<Grip | null>(null)
  /** A drag ends with a click that opens nothing. */
  const wasDrag = useRef(false)
  const said = tellOf(id)
  if (!said) return null
  const isHeld = held?.key === id
  const date = isHeld ? held.date : said.date
  const dateUnder = ({ from, date: began }: Grip, { clientX }: PointerEvent): string =>
    draggedTo(run, span, began, { from, to: clientX }, width)

  function take(event: PointerEvent): void {
    if (event.button !== 0 || !said) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { from: event.clientX, date: said.date, moved: false }
    wasDrag.current = false
  }
  function move(event: PointerEvent): void {
    const taken = grip.current
    if (!taken || (!taken.moved && !isDrag({ from: taken.from, to: event.clientX }))) return
    grip.current = { ...taken, moved: true }
    actions.hold({ key: id, date: dateUnder(taken, event) })
  }
  function release(event: PointerEvent): void {
    const taken = grip.current
    grip.current = null
    if (!taken?.moved) return
    wasDrag.current = true
    actions.drop({ key: id, date: dateUnder(taken, event) })
  }
  function letGo(): void {
    if (grip.current?.moved) wasDrag.current = true
    grip.current = null
    actions.hold(null)
  }
  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape' && grip.current) {
      event.stopPropagation()
      return letGo()
    }
    if (actions.press({ key: id, isGroup: false }, event.key, event.shiftKey)) event.preventDefault()
  }
  return (
    <button
      ref={button}
      type="button"
      className={styles.mark}
      style={{ ...cornerOf(mark), maxWidth: mark.room }}
      data-side={sideOf(mark, width)}
      data-key={id}
      data-held={isHeld}
      data-labelled={hasRoomForLabel(mark)}
      tabIndex={stop === id ? 0 : -1}
      title={`${day(date)}: ${said.full}`}
      aria-label={`${longDay(date)}: ${said.full}`}
      aria-describedby={keysId}
      onFocus={() => actions.focus({ key: id, isGroup: false })}
      onPointerDown={take}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={letGo}
      onKeyDown={press}
      onClick={() => {
        if (!wasDrag.current) actions.open([id])
        wasDrag.current = false
      }}
    >
      <KindIcon kind={said.kind} />
      <span className={styles.short} data-short={said.short} aria-hidden />
      {isHeld ? (
        <span className={styles.held} aria-hidden>
          {day(date)}
        </span>
      ) : null}
    </button>
  )
}
