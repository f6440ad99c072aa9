import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { changeSettings, useSettings } from '#renderer/state/settings.ts'
import { clampedWidth, MOST_WIDTH, LEAST_WIDTH, stepOf } from './pane-width.ts'
import styles from './account.module.css'

/** The edge between inputs and results, moved by pointer or arrow keys; its place is kept. */
export function PaneDivider({ onMove }: { readonly onMove: (width: number | null) => void }) {
  const kept = useSettings((settings) => settings.inputsWidth)
  const [held, setHeld] = useState<number | null>(null)
  const left = (event: PointerEvent<HTMLDivElement>): number =>
    event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0

  function move(event: PointerEvent<HTMLDivElement>): void {
    if (held === null) return
    const width = clampedWidth(event.clientX, left(event))
    setHeld(width)
    onMove(width)
  }
  function release(): void {
    if (held !== null && held !== kept) void changeSettings({ inputsWidth: held })
    setHeld(null)
    onMove(null)
  }
  function press(event: KeyboardEvent): void {
    const width = stepOf(event.key, kept)
    if (width === null) return
    event.preventDefault()
    if (width !== kept) void changeSettings({ inputsWidth: width })
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the inputs"
      aria-valuemin={LEAST_WIDTH}
      aria-valuemax={MOST_WIDTH}
      aria-valuenow={held ?? kept}
      tabIndex={0}
      className={styles.divider}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setHeld(kept)
      }}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={press}
    />
  )
}
