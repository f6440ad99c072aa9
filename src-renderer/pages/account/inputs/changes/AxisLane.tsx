import type { OfAxis } from './axis-actions.ts'
import type { Lane } from './axis-marks.ts'
import { GroupMark } from './GroupMark.tsx'
import { SingleMark } from './SingleMark.tsx'
import styles from './axis.module.css'

/** The marks of one group of changes, over one another where they share a day. */
export function AxisLane({ lane, ...axis }: OfAxis & { readonly lane: Lane }) {
  return (
    <div className={styles.lane} role="group" aria-label={lane.name}>
      <span className={styles.laneName} aria-hidden>
        {lane.name}
      </span>
      <div className={styles.track} style={{ height: lane.height }}>
        {lane.marks.map((mark) => {
          const [first = ''] = mark.keys
          return mark.keys.length > 1 ? (
            <GroupMark key={`group ${first}`} mark={mark} {...axis} />
          ) : (
            <SingleMark key={first} id={first} mark={mark} {...axis} />
          )
        })}
      </div>
    </div>
  )
}
