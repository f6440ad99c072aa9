import { longDay } from '#renderer/format/days.ts'
import { plural } from '#renderer/format/figures.ts'
import type { OfAxis } from './axis-actions.ts'
import { cornerOf, type Mark } from './axis-marks.ts'
import styles from './axis.module.css'

/** Several changes without room for each: pressed, they are shown in the list. */
export function GroupMark({ mark, stop, tellOf, actions }: OfAxis & { readonly mark: Mark }) {
  const [first = ''] = mark.keys
  const from = longDay(tellOf(first)?.date ?? '')
  const to = longDay(tellOf(mark.keys.at(-1) ?? first)?.date ?? '')
  const focused = { key: first, isGroup: true }
  return (
    <button
      type="button"
      className={styles.many}
      style={cornerOf(mark)}
      tabIndex={stop !== null && mark.keys.includes(stop) ? 0 : -1}
      aria-label={`${from === to ? from : `${from} to ${to}`}: ${plural(mark.keys.length, 'change')}`}
      onFocus={() => actions.focus(focused)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        if (actions.press(focused, event.key, event.shiftKey)) event.preventDefault()
      }}
      onClick={() => actions.open(mark.keys)}
    >
      {mark.keys.length}
    </button>
  )
}
