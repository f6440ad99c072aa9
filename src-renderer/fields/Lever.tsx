import { useId } from 'react'
import styles from './lever.module.css'
import slider from './usage-slider.module.css'

interface Range {
  readonly min: number
  readonly max: number
  readonly step: number
}

const positionOf = (value: number, { min, max }: Range): number =>
  Math.max(0, Math.min(1, (value - min) / (max - min)))

/** A figure that slides, with what it is; where it was moved it says what it is without that. */
export function Lever({
  label,
  value,
  own,
  range,
  print,
  onChange,
}: {
  readonly label: string
  readonly value: number
  /** The figure as it is where nothing is tried. */
  readonly own: number
  readonly range: Range
  readonly print: (value: number) => string
  readonly onChange: (value: number) => void
}) {
  const id = useId()
  return (
    <div className={styles.lever}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>
        {value === own ? null : <span>{print(own)} → </span>}
        {print(value)}
      </output>
      <div className={slider.root} style={{ '--position': positionOf(value, range) }}>
        <input
          id={id}
          type="range"
          className={slider.range}
          {...range}
          value={value}
          aria-valuetext={print(value)}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
        />
      </div>
    </div>
  )
}
