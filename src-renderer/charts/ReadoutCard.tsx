import styles from './month-chart.module.css'

const WIDTH = 232
const GAP = 18

/** Figures of one unit, under it. */
export interface ReadoutGroup {
  readonly unit: string
  readonly figures: readonly { readonly label: string; readonly text: string }[]
}

/** Exact figures beside the place in a chart that is pointed at. */
export function ReadoutCard({
  title,
  groups,
  x,
  right,
}: {
  readonly title: string
  readonly groups: readonly ReadoutGroup[]
  readonly x: number
  /** Where the picture ends: the card turns to the other side of the place before it. */
  readonly right: number
}) {
  const left = x + GAP + WIDTH > right ? Math.max(0, x - GAP - WIDTH) : x + GAP
  const [first, ...others] = groups
  return (
    <div className={styles.readout} style={{ left, width: WIDTH }} data-passing>
      <div className={styles.readoutHead}>
        <h3>{title}</h3>
        <span>{first?.unit}</span>
      </div>
      {first === undefined ? null : <Figures {...first} />}
      {others.map((group) => (
        <div key={group.unit}>
          <div className={styles.readoutHead}>
            <span>{group.unit}</span>
          </div>
          <Figures {...group} />
        </div>
      ))}
    </div>
  )
}

const Figures = ({ figures }: ReadoutGroup) => (
  <dl>
    {figures.map(({ label, text }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd className="figures">{text}</dd>
      </div>
    ))}
  </dl>
)
