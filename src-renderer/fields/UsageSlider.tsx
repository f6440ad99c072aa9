import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, memo, useMemo } from 'react'
import { perFrame } from './per-frame.ts'
import { compactCredits } from '#renderer/format/figures.ts'
import {
  beyondScale,
  LEAST_USAGE,
  MOST_USAGE,
  positionOf,
  stepAt,
  stepFrom,
  USAGE_MARKS,
  usageInWords,
} from './usage-scale.ts'
import styles from './usage-slider.module.css'

/** How far a key moves, in steps; Home and End go to the ends. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
}

/** The usage a key asks for; undefined for keys that are not the slider's. */
export function usageByKey(key: string, usage: number): number | undefined {
  if (key === 'Home') return LEAST_USAGE
  if (key === 'End') return MOST_USAGE
  const steps = KEY_STEPS[key]
  return steps === undefined ? undefined : stepFrom(usage, steps)
}

/** The usage on a logarithmic scale. Beyond its ends the thumb stands outside and points the way. */
export function UsageSlider({
  usage,
  onChange,
}: {
  readonly usage: number
  readonly onChange: (usage: number) => void
}) {
  const drag = useMemo(() => perFrame(onChange), [onChange])
  const position = positionOf(usage)
  const beyond = beyondScale(usage)
  const words = usageInWords(usage)

  const onKeyDown = (event: KeyboardEvent) => {
    const next = usageByKey(event.key, usage)
    if (next === undefined) return
    event.preventDefault()
    onChange(next)
  }

  return (
    <div
      className={styles.root}
      style={{ '--position': position }}
      data-beyond={beyond}
      title={beyond === null ? undefined : words}
    >
      <input
        type="range"
        className={styles.range}
        aria-label="Monthly usage"
        aria-valuetext={words}
        min={0}
        max={1}
        step={0.0005}
        value={position}
        onChange={(event) => drag(stepAt(Number(event.currentTarget.value)))}
        onKeyDown={onKeyDown}
      />
      {beyond === null ? null : (
        <span className={styles.pointer} aria-hidden>
          {beyond === 'below' ? <IconChevronLeft size={12} /> : <IconChevronRight size={12} />}
        </span>
      )}
      <Marks />
    </div>
  )
}

/** What the places of the scale stand for, which no drag changes. */
const Marks = memo(function Marks() {
  return (
    <div className={styles.marks} aria-hidden>
      {USAGE_MARKS.map((mark) => (
        <span key={mark} style={{ '--at': positionOf(mark) }}>
          {compactCredits(mark)}
        </span>
      ))}
      <span style={{ '--at': 1 }}>{compactCredits(MOST_USAGE)}</span>
    </div>
  )
})
