import { useElementSize } from '@mantine/hooks'
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { dateIn, laterBy, longDay, monthsLater } from '#renderer/format/days.ts'
import { plural } from '#renderer/format/figures.ts'
import { type ChangeNames, changeInShort, changeInWords } from '#renderer/finding/change-in-words.ts'
import type { KeyedChange } from '#renderer/state/change-edits.ts'
import type { Focused, Held, MarkActions, Said } from './axis-actions.ts'
import { lanesOf, outOfSight, type Placed } from './axis-marks.ts'
import {
  pageOf,
  type RunTime,
  type Span,
  spanOf,
  ticksOf,
  withinRun,
  type Zoom,
  zoomsOf,
} from './axis-span.ts'
import { AxisLane } from './AxisLane.tsx'
import { AxisZoom } from './AxisZoom.tsx'
import { groupOf } from './change-forms.ts'
import styles from './axis.module.css'

const saidOf = ({ change }: KeyedChange, names: ChangeNames): Said => ({
  kind: change.kind,
  date: dateIn(change.on),
  short: changeInShort(change, names),
  full: changeInWords(change, names),
})

/** The dated changes as marks over the time of the run, which can be moved. */
export function ChangeAxis({
  run,
  changes,
  names,
  onMove,
  onRemove,
  onOpen,
}: {
  readonly run: RunTime
  readonly changes: readonly KeyedChange[]
  readonly names: ChangeNames
  readonly onMove: (change: KeyedChange, date: string) => void
  readonly onRemove: (change: KeyedChange) => void
  readonly onOpen: (changes: readonly KeyedChange[]) => void
}) {
  const { ref, width } = useElementSize()
  const box = useRef<HTMLDivElement>(null)
  const keysId = useId()
  const [zoom, setZoom] = useState<Zoom>('all')
  const [page, setPage] = useState(0)
  const [held, setHeld] = useState<Held | null>(null)
  const [focused, setFocused] = useState<Focused | null>(null)
  const [told, setTold] = useState('')
  /** A mark that is to have the focus once it is drawn where a key has put it. */
  const wanted = useRef<string | null>(null)

  const zooms = zoomsOf(run)
  const shown = zooms.includes(zoom) ? zoom : 'all'
  const span = spanOf(run, shown, page)
  const marks = useMemo(() => new Map(changes.map((change) => [change.key, change])), [changes])
  const placed = changes.map(({ key, change }): Placed => ({
    key,
    date: held?.key === key ? held.date : dateIn(change.on),
    group: groupOf(change.kind),
  }))
  const alone = focused?.isGroup === false ? focused.key : null
  const lanes = lanesOf(placed, span, width, held?.key ?? alone)
  const away = outOfSight(placed, span)
  const drawn = lanes.flatMap((lane) => lane.marks.flatMap(({ keys }) => keys))
  const stop = focused && drawn.includes(focused.key) ? focused.key : (drawn[0] ?? null)

  useLayoutEffect(() => {
    const key = wanted.current
    wanted.current = null
    if (key !== null) box.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
  })

  function focusOn(key: string, date: string): void {
    wanted.current = key
    setFocused({ key, isGroup: false })
    setPage(pageOf(run, shown, date))
  }
  function goTo(mark: KeyedChange | undefined): true {
    if (mark) focusOn(mark.key, dateIn(mark.change.on))
    return true
  }
  function move(mark: KeyedChange, date: string): true {
    const to = withinRun(run, date)
    focusOn(mark.key, to)
    setTold(`Moved to ${longDay(to)}.`)
    onMove(mark, to)
    return true
  }
  function press({ key, isGroup }: Focused, pressed: string, byMonths: boolean): boolean {
    const mark = marks.get(key)
    if (!mark) return false
    const place = changes.indexOf(mark)
    const earlier = changes.findLast((_, other) => other < place)
    const later = changes.find((_, other) => other > place)
    const date = dateIn(mark.change.on)
    switch (pressed) {
      case 'ArrowUp':
        return goTo(earlier)
      case 'ArrowDown':
        return goTo(isGroup ? mark : later)
      case 'Home':
        return goTo(changes[0])
      case 'End':
        return goTo(changes.at(-1))
      case 'ArrowLeft':
        return !isGroup && move(mark, byMonths ? monthsLater(date, -1) : laterBy(date, -1))
      case 'ArrowRight':
        return !isGroup && move(mark, byMonths ? monthsLater(date, 1) : laterBy(date, 1))
      case 'Delete':
        if (isGroup) return false
        goTo(later ?? earlier)
        onRemove(mark)
        return true
      default:
        return false
    }
  }
  const actions: MarkActions = {
    hold: setHeld,
    drop: ({ key, date }) => {
      const mark = marks.get(key)
      setHeld(null)
      if (mark && date !== dateIn(mark.change.on)) move(mark, date)
    },
    focus: setFocused,
    press,
    open: (keys) => onOpen(keys.flatMap((key) => marks.get(key) ?? [])),
  }
  function tellOf(key: string): Said | null {
    const mark = marks.get(key)
    return mark ? saidOf(mark, names) : null
  }

  return (
    <div className={styles.axis} ref={box} role="group" aria-label="Changes over time">
      {zooms.length === 0 ? null : (
        <AxisZoom
          run={run}
          zooms={zooms}
          zoom={shown}
          page={page}
          span={span}
          onPage={setPage}
          onZoom={(next) => {
            setZoom(next)
            setPage(pageOf(run, next, span.start))
          }}
        />
      )}
      <p id={keysId} className="visually-hidden">
        Left and right move it by a day, with Shift by a month. Up and down go to the change before and after.
        Enter opens it, Delete removes it.
      </p>
      {lanes.map((lane) => (
        <AxisLane key={lane.group} {...{ lane, span, width, run, held, stop, keysId, tellOf, actions }} />
      ))}
      <div className={styles.scale} aria-hidden>
        <div className={styles.ticks} ref={ref}>
          <Ticks span={span} width={width} />
        </div>
      </div>
      {away.earlier === 0 && away.later === 0 ? null : (
        <p className={styles.away}>
          <span>{away.earlier === 0 ? null : `${plural(away.earlier, 'change')} earlier`}</span>
          <span>{away.later === 0 ? null : `${plural(away.later, 'change')} later`}</span>
        </p>
      )}
      <p className="visually-hidden" aria-live="polite">
        {told}
      </p>
    </div>
  )
}

const Ticks = ({ span, width }: { readonly span: Span; readonly width: number }) =>
  ticksOf(span, width).map(({ at, label, year }) => (
    <span key={at} className={styles.tick} data-named={label !== ''} style={{ '--at': at }}>
      {label === '' ? null : (
        <span className={styles.month}>
          {label}
          <small>{year}</small>
        </span>
      )}
    </span>
  ))
